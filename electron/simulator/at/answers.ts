// What the simulated modem answers to each command: `+NAME`, asked `?`, tested `=?`, set `=...` or plain.
import type { ModemState } from "./modem-state.ts";

/** Lines, or the number of a CME error. */
export type Said = readonly string[] | number;

export interface Asked {
  readonly how: "read" | "test" | "set" | "run";
  /** Fields of what stands behind `=`, without their quotes. */
  readonly fields: readonly string[];
  /** Milliseconds since 1970. */
  readonly wallTime: number;
  /** Milliseconds of any beginning, for what wavers. */
  readonly now: number;
}

type Answer = (modem: ModemState, asked: Asked) => Said;

const nothing: readonly string[] = [];

/** A read-only line, the same however it is asked for. */
const tell =
  (line: (modem: ModemState, asked: Asked) => Said | string): Answer =>
  (modem, asked) => {
    if (asked.how === "test") return nothing;
    const said = line(modem, asked);
    return typeof said === "string" ? [said] : said;
  };

/** A setting that is taken and has no effect here. */
const accept =
  (range: string, value: string): Answer =>
  (_modem, { how }) =>
    how === "test" ? [range] : how === "read" ? [value] : nothing;

const needsCard = (modem: ModemState): number | null =>
  modem.profile.sim === null ? 10 : modem.triesLeft === 0 ? 12 : modem.isUnlocked ? null : 11;

/** `+CREG: n,stat`, with place and technology from n = 2 on. */
const register =
  (name: string, find: (modem: ModemState) => number): Answer =>
  (modem, { how, fields }) => {
    if (how === "test") return [`${name}: (0-2)`];
    if (how === "set") {
      const wanted = Number(fields[0]);
      if (![0, 1, 2].includes(wanted)) return 50;
      modem.reports.set(name, wanted);
      return nothing;
    }
    const reports = modem.reports.get(name) ?? 0;
    const state = find(modem);
    const place =
      reports === 2 && (state === 1 || state === 5) ? `,"1A2B","01C3D4E5",${modem.profile.network.technology}` : "";
    return [`${name}: ${reports},${state}${place}`];
  };

/** A slow wave of a few steps, as a signal at a counter has. */
function waver(base: number, most: number, now: number): number {
  if (base > most) return base;
  return Math.max(0, Math.min(most, base + Math.round(2 * Math.sin(now / 4000) + Math.sin(now / 1300))));
}

function answerPin(modem: ModemState, { how, fields }: Asked): Said {
  if (how === "test") return nothing;
  if (how === "set") return modem.enterPin(fields[0] ?? "") ?? nothing;
  if (modem.profile.sim === null) return 10;
  return [`+CPIN: ${modem.triesLeft === 0 ? "SIM PUK" : modem.isUnlocked ? "READY" : "SIM PIN"}`];
}

function answerAttach(modem: ModemState, { how, fields }: Asked): Said {
  if (how === "test") return ["+CGATT: (0,1)"];
  if (how === "read") return [`+CGATT: ${modem.isAttached ? 1 : 0}`];
  if (fields[0] === "1") return modem.attach() ?? nothing;
  if (fields[0] !== "0") return 50;
  modem.detach();
  return nothing;
}

function answerContext(modem: ModemState, { how, fields }: Asked): Said {
  if (how === "test") return ['+CGDCONT: (1-16),"IP",,,(0-2),(0-3)', '+CGDCONT: (1-16),"IPV6",,,(0-2),(0-3)'];
  if (how !== "set") {
    return [...modem.contexts].map(([cid, { type, apn }]) => `+CGDCONT: ${cid},"${type}","${apn}","0.0.0.0",0,0,0,0`);
  }
  const [cid = "", type, apn = ""] = fields;
  if (!/^(?:[1-9]|1[0-6])$/.test(cid) || apn.length > 99) return 50;
  if (type === undefined) modem.contexts.delete(Number(cid));
  else if (["IP", "IPV6", "IPV4V6"].includes(type.toUpperCase())) {
    modem.contexts.set(Number(cid), { type: type.toUpperCase(), apn });
  } else return 50;
  return nothing;
}

function answerActive(modem: ModemState, { how, fields }: Asked): Said {
  if (how === "test") return ["+CGACT: (0,1)"];
  if (how !== "set") return [...modem.contexts.keys()].map((cid) => `+CGACT: ${cid},${modem.active.has(cid) ? 1 : 0}`);
  const [state, cid = "1"] = fields;
  if (state === "1") return modem.activate(Number(cid)) ?? nothing;
  modem.active.delete(Number(cid));
  return nothing;
}

function answerLogin(modem: ModemState, { how, fields }: Asked): Said {
  if (how === "test") return ["+CGAUTH: (1-16),(0-2),64,64"];
  if (how !== "set") {
    return [...modem.logins].map(
      ([cid, { protocol, user, password }]) => `+CGAUTH: ${cid},${protocol},"${user}","${password}"`,
    );
  }
  const [cid = "", protocol = "0", user = "", password = ""] = fields;
  if (!modem.contexts.has(Number(cid)) || !/^[0-2]$/.test(protocol)) return 50;
  if (protocol === "0") modem.logins.delete(Number(cid));
  else modem.logins.set(Number(cid), { protocol: Number(protocol), user, password });
  return nothing;
}

function answerParameters(modem: ModemState, { how, fields }: Asked): Said {
  if (how === "test") return [`+CGCONTRDP: (${[...modem.active.keys()].join(",")})`];
  const { address, mask, gateway, servers, operatorPart } = modem.profile.network;
  return [...modem.active]
    .filter(([cid]) => how !== "set" || String(cid) === fields[0])
    .map(
      ([cid, apn]) =>
        `+CGCONTRDP: ${cid},${cid + 4},"${apn}${operatorPart}","${address}.${mask}","${gateway}","${servers.join('","')}"`,
    );
}

function answerClock(_modem: ModemState, { how, wallTime }: Asked): Said {
  if (how === "set") return nothing;
  // China's time: 32 quarters of an hour east.
  const local = new Date(wallTime + 8 * 3_600_000).toISOString();
  return [`+CCLK: "${local.slice(2, 10).replaceAll("-", "/")},${local.slice(11, 19)}+32"`];
}

export const answers: Readonly<Record<string, Answer>> = {
  "+CGMI": tell(({ profile }) => profile.vendor),
  "+GMI": tell(({ profile }) => profile.vendor),
  "+CGMM": tell(({ profile }) => profile.model),
  "+GMM": tell(({ profile }) => profile.model),
  "+CGMR": tell(({ profile }) => profile.firmware),
  "+GMR": tell(({ profile }) => profile.firmware),
  "+CGSN": tell(({ profile }) => profile.imei),
  "+GSN": tell(({ profile }) => profile.imei),
  "+CIMI": tell((modem) => needsCard(modem) ?? modem.profile.sim?.imsi ?? 10),
  "+CCID": tell(({ profile }) => (profile.sim ? `+CCID: "${profile.sim.iccid}"` : 10)),
  "+CPINR": tell((modem) => (modem.profile.sim ? [`+CPINR: SIM PIN,${modem.triesLeft}`] : 10)),
  "+CPIN": answerPin,
  "+CMEE": (modem, { how, fields }) => {
    if (how === "test") return ["+CMEE: (0-2)"];
    if (how !== "set") return [`+CMEE: ${modem.errors}`];
    modem.errors = Number(fields[0] ?? 0);
    return nothing;
  },
  "+COPS": (modem, { how, fields }) => {
    if (how === "test")
      return [
        `+COPS: (2,"${modem.profile.network.operator}","TEST","00101",${modem.profile.network.technology}),,(0-4),(0-2)`,
      ];
    if (how === "set") {
      if (fields[0] === "3") modem.reports.set("+COPS", Number(fields[1] ?? 0));
      return nothing;
    }
    const format = modem.reports.get("+COPS") ?? 0;
    const name = format === 2 ? "00101" : modem.profile.network.operator;
    return [modem.isRegistered ? `+COPS: 0,${format},"${name}",${modem.profile.network.technology}` : "+COPS: 0"];
  },
  "+CREG": register("+CREG", ({ registration }) => registration),
  "+CGREG": register("+CGREG", ({ registration }) => registration),
  "+CEREG": register("+CEREG", (modem) => (modem.profile.network.technology === 7 ? modem.registration : 0)),
  "+CSQ": tell(({ profile }, { now }) => `+CSQ: ${waver(profile.csq, 31, now)},99`),
  "+CESQ": tell(({ profile }, { now }) => `+CESQ: 99,99,255,255,${profile.rsrq},${waver(profile.rsrp, 97, now)}`),
  "+CGATT": answerAttach,
  "+CGDCONT": answerContext,
  "+CGACT": answerActive,
  "+CGPADDR": tell((modem) =>
    [...modem.contexts.keys()].map(
      (cid) => `+CGPADDR: ${cid},"${modem.active.has(cid) ? modem.profile.network.address : "0.0.0.0"}"`,
    ),
  ),
  "+CGCONTRDP": answerParameters,
  "+CGAUTH": answerLogin,
  "+CCLK": answerClock,
  "+CFUN": accept("+CFUN: (0,1,4)", "+CFUN: 1"),
  "+CSCS": accept('+CSCS: ("GSM","IRA","UCS2")', '+CSCS: "IRA"'),
  "+CMGF": accept("+CMGF: (0,1)", "+CMGF: 0"),
  "+CNMI": accept("+CNMI: (0-2),(0-3),(0-3),(0-2),(0,1)", "+CNMI: 0,0,0,0,0"),
  "+CPMS": accept('+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")', '+CPMS: "SM",0,20,"SM",0,20,"SM",0,20'),
  "+CLIP": accept("+CLIP: (0,1)", "+CLIP: 0,1"),
  "+CRC": accept("+CRC: (0,1)", "+CRC: 0"),
  "+CPAS": tell(() => "+CPAS: 0"),
  "+CBC": tell(() => "+CBC: 0,100,4100"),
  "+GCAP": tell(() => "+GCAP: +CGSM"),
  "+FCLASS": accept("0", "0"),
};
