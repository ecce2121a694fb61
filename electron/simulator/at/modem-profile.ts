// A simulated modem: who it is, its card, its network, the contexts that it keeps. Names, numbers and addresses are made
// up; no vendor's product is meant.

export interface SimProfile {
  /** Null: none is asked for. */
  readonly pin: string | null;
  readonly iccid: string;
  readonly imsi: string;
  /** Tries before it locks itself. */
  readonly tries: number;
}

export interface NetworkProfile {
  readonly operator: string;
  /** As AT+COPS? tells it: 2 third generation, 7 LTE. */
  readonly technology: 2 | 7;
  /** Access points that the SIM card's contract includes. */
  readonly accessPoints: readonly string[];
  /** What an empty access point stands for; null: nothing. */
  readonly defaultAccessPoint: string | null;
  /** What is added to an access point's name. */
  readonly operatorPart: string;
  /** As AT+CREG? tells it. */
  readonly registration: number;
  /** The user and password that an access point wants. */
  readonly logins: Readonly<Record<string, { readonly user: string; readonly password: string }>>;
  readonly address: string;
  readonly mask: string;
  readonly gateway: string;
  readonly servers: readonly [string, string];
}

export interface ModemProfile {
  readonly vendor: string;
  readonly model: string;
  readonly firmware: string;
  readonly imei: string;
  /** Null: the holder is empty. */
  readonly sim: SimProfile | null;
  readonly network: NetworkProfile;
  /** Context 1's, as it was set when it was put up. */
  readonly accessPoint: string;
  readonly csq: number;
  /** As AT+CESQ tells them. */
  readonly rsrp: number;
  readonly rsrq: number;
}

export const healthyModem: ModemProfile = {
  vendor: "Counterpart Demo",
  model: "CT-M400",
  firmware: "CTM400R02A05",
  // A test number: TAC 00101300 is for test equipment (GSMA TS.06), with a valid check digit.
  imei: "001013000000416",
  sim: {
    pin: null,
    // Test numbers: operator 001-01 is nobody's (ITU-T E.212), with a valid check digit.
    iccid: "89001010000000000174",
    imsi: "001010000000017",
    tries: 3,
  },
  network: {
    operator: "Test PLMN 1-1",
    technology: 7,
    accessPoints: ["pos.example", "vpn.pos.example"],
    defaultAccessPoint: "pos.example",
    operatorPart: ".mnc001.mcc001.gprs",
    registration: 1,
    logins: { "vpn.pos.example": { user: "till", password: "test-only" } },
    address: "10.94.137.21",
    mask: "255.255.255.252",
    gateway: "10.94.137.22",
    servers: ["10.94.0.53", "10.94.0.54"],
  },
  accessPoint: "pos.example",
  csq: 21,
  rsrp: 48,
  rsrq: 20,
};

/** Registered, and no data: the access point was never set, and the card's contract has none by itself. */
export const modemWithoutApn: ModemProfile = {
  ...healthyModem,
  model: "CT-M300",
  firmware: "CTM300R01A11",
  imei: "001013000000424",
  sim: { pin: null, iccid: "89001010000000000182", imsi: "001010000000018", tries: 3 },
  network: { ...healthyModem.network, technology: 2, defaultAccessPoint: null },
  accessPoint: "",
  csq: 17,
  rsrp: 255,
  rsrq: 255,
};
