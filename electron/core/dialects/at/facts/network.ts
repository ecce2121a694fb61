// SIM card, registration, signal and operator: `+CPIN?`, `+CREG?` and its kin, `+CSQ`, `+CESQ`, `+COPS?`.
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { splitFields } from "../lines.ts";
import type { ModemError } from "../errors.ts";

type Cellular = NonNullable<InterfaceSettings["cellular"]>;
export type SimState = NonNullable<Cellular["sim"]>;
export type Registration = NonNullable<Cellular["registration"]>;

/** 3GPP TS 27.007 8.3. */
const simStates: Readonly<Record<string, SimState>> = {
  "READY": "ready",
  "SIM PIN": "pin",
  "SIM PUK": "puk",
  "SIM PIN2": "ready",
  "SIM PUK2": "ready",
  "PH-SIM PIN": "locked",
  "PH-NET PIN": "locked",
  "PH-NET PUK": "locked",
  "NOT INSERTED": "absent",
  "SIM NOT INSERTED": "absent",
  "NOT READY": "busy",
};

/** CME errors that say it: 3GPP TS 27.007 9.2.1. */
const simErrors: Readonly<Record<number, SimState>> = {
  5: "locked",
  10: "absent",
  11: "pin",
  12: "puk",
  13: "failed",
  14: "busy",
  15: "failed",
  17: "ready",
  18: "ready",
};

export function readSim(lines: readonly string[], error: ModemError | null): SimState | null {
  if (error !== null) return error.code === null ? null : (simErrors[error.code] ?? null);
  const [state = ""] = splitFields(lines.at(-1) ?? "");
  return simStates[state.toUpperCase()] ?? null;
}

/** 3GPP TS 27.007 7.2, 10.1.20, 10.1.22: 6 and 7 only short messages, 8 emergency calls, 9 and 10 voice by 2G or 3G. */
const states: readonly Registration[] = [
  "not-registered",
  "home",
  "searching",
  "denied",
  "unknown",
  "roaming",
  "sms-only",
  "sms-only",
  "emergency-only",
  "home",
  "roaming",
];

/** Null when no line is an answer: `+CREG: <n>,<stat>[,...]`. What comes unasked has no `<n>`, and quotes what follows. */
export function readRegistration(lines: readonly string[]): Registration | null {
  for (const line of lines) {
    const [, state] = /^\+C(?:G|E)?REG: ?\d, ?(\d{1,2})(?:,|$)/.exec(line) ?? [];
    const known = state === undefined ? undefined : states[Number(state)];
    if (known !== undefined) return known;
  }
  return null;
}

/** What counts is whether data gets through: a network that takes calls and refuses data refuses. */
export function joinRegistrations(told: {
  readonly packets: readonly (Registration | null)[];
  readonly calls: Registration | null;
}): Registration | null {
  const order: readonly Registration[] = ["home", "roaming", "denied", "searching", "sms-only", "emergency-only"];
  const best = order.find((state) => told.packets.includes(state));
  if (best !== undefined) return best;
  const idle = told.packets.find((state) => state !== null) ?? null;
  // Modems of the second generation tell one of them only.
  return idle === null ? told.calls : told.calls === "denied" || told.calls === "searching" ? told.calls : idle;
}

export interface Signal {
  readonly csq: number | null;
  readonly rsrpDbm: number | null;
  readonly rsrqDb: number | null;
}

/** `+CSQ: <rssi>,<ber>`: 0 to 31, 99 not known (8.5); TD-SCDMA's 100 to 199 are not CSQ. */
export function readCsq(lines: readonly string[]): number | null {
  const value = readNumber(splitFields(lines.at(-1) ?? "")[0]);
  return value !== null && (value <= 31 || value === 99) ? value : null;
}

/** `+CESQ: <rxlev>,<ber>,<rscp>,<ecno>,<rsrq>,<rsrp>`; 255 not known (8.69). RSRP 0 is below -140 dBm, 97 from -44 on. */
export function readCesq(lines: readonly string[]): Pick<Signal, "rsrpDbm" | "rsrqDb"> {
  const fields = splitFields(lines.at(-1) ?? "");
  const [rsrq, rsrp] = [readNumber(fields[4]), readNumber(fields[5])];
  return {
    rsrqDb: rsrq !== null && rsrq <= 34 ? rsrq / 2 - 20 : null,
    rsrpDbm: rsrp !== null && rsrp <= 97 ? rsrp - 141 : null,
  };
}

const technologies = [
  "2G",
  "2G",
  "3G",
  "2G",
  "3G",
  "3G",
  "3G",
  "LTE",
  "2G",
  "NB-IoT",
  "LTE",
  "5G",
  "5G",
  "LTE",
] as const;

/** `+COPS: <mode>,<format>,<name>,<technology>`; both null without a network (7.3). */
export function readOperator(lines: readonly string[]): {
  readonly name: string | null;
  readonly technology: string | null;
} {
  const [, , name = "", technology] = splitFields(lines.at(-1) ?? "");
  const number = readNumber(technology);
  return {
    name: name === "" ? null : name.slice(0, 64),
    technology: number === null ? null : (technologies[number] ?? null),
  };
}

/** Tries that a PIN has left: `+CPINR: SIM PIN,<left>` (8.65), Huawei's `^CPIN: ...,<pin>,...`, SIMCom's `+SPIC: <pin>,...`, Quectel's `+QPINC: "SC",<pin>,...`. */
export function readPinTries(lines: readonly string[]): number | null {
  for (const line of lines) {
    const fields = splitFields(line);
    const place = line.startsWith("+SPIC:")
      ? 0
      : line.startsWith("^CPIN:")
        ? 3
        : ["SIM PIN", "SC"].includes(fields[0] ?? "")
          ? 1
          : -1;
    const tries = place < 0 ? null : readNumber(fields[place]);
    if (tries !== null && tries <= 10) return tries;
  }
  return null;
}

function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : null;
}
