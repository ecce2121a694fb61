// The contexts that are set, whether they are up, and how the modem presents itself to the network for them: `+CGDCONT?`,
// `+CGACT?`, `+CGAUTH?`, `+CGPADDR` (3GPP TS 27.007 10.1.1, 10.1.10, 10.1.31, 10.1.14).
import { splitFields } from "../lines.ts";
import { type DottedAddress, readDotted } from "./dotted.ts";

export type PdpType = "ipv4" | "ipv6" | "ipv4v6" | "ppp";

export interface SetContext {
  readonly cid: number;
  readonly type: PdpType | null;
  /** Empty: the network's default. */
  readonly apn: string;
}

const types: Readonly<Record<string, PdpType>> = { IP: "ipv4", IPV6: "ipv6", IPV4V6: "ipv4v6", PPP: "ppp" };

export function readSetContexts(lines: readonly string[]): readonly SetContext[] {
  return lines.flatMap((line) => {
    const [cid = "", type = "", apn = ""] = splitFields(line);
    return isCid(cid) ? [{ cid: Number(cid), type: types[type.toUpperCase()] ?? null, apn }] : [];
  });
}

/** As the modem takes it. */
export function printPdpType(type: PdpType): string {
  return Object.entries(types).find(([, each]) => each === type)?.[0] ?? "IP";
}

export function readActive(lines: readonly string[]): ReadonlySet<number> {
  const active = lines.flatMap((line) => {
    const [cid = "", state] = splitFields(line);
    return isCid(cid) && state === "1" ? [Number(cid)] : [];
  });
  return new Set(active);
}

export interface Authentication {
  readonly cid: number;
  readonly protocol: "none" | "pap" | "chap";
  readonly user: string;
  /** Null where the modem does not tell it. Never part of a reading. */
  readonly password: string | null;
}

const protocols = ["none", "pap", "chap"] as const;

/** `swapped`: SIMCom's SIM7x00 has the password before the user. */
export function readAuthentication(lines: readonly string[], swapped: boolean): readonly Authentication[] {
  return lines.flatMap((line) => {
    const [cid = "", number = "", first, second] = splitFields(line);
    const protocol = /^\d$/.test(number) ? protocols[Number(number)] : undefined;
    if (!isCid(cid) || protocol === undefined) return [];
    const [user, password] = swapped ? [second, first] : [first, second];
    return [{ cid: Number(cid), protocol, user: user ?? "", password: password ?? null }];
  });
}

/** The addresses of each context, IPv4 and IPv6; those that are all zeros are none. */
export function readAddresses(lines: readonly string[]): ReadonlyMap<number, readonly DottedAddress[]> {
  const found = new Map<number, readonly DottedAddress[]>();
  for (const line of lines) {
    const [cid = "", ...addresses] = splitFields(line);
    if (!isCid(cid)) continue;
    const read = addresses.map(readDotted).filter((one) => one !== null);
    found.set(Number(cid), [...(found.get(Number(cid)) ?? []), ...read]);
  }
  return found;
}

function isCid(text: string): boolean {
  return /^\d{1,2}$/.test(text);
}
