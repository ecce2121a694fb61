// The settings of a modem that can be changed: `cellular.apn=cmnet`, where `cellular` is the interface that the modem's
// context is shown as.
import { fail, type Result, succeed } from "../failures/result.ts";
import { parseApn } from "./apn.ts";
import type { InterfaceSettings } from "./network-settings.ts";
import type { UnusableReason } from "./unusable-value.ts";

/** An empty `apn` is the network's default; `password` and `pin` are never shown, and are written `typed-...` in a plan. */
export const cellularFields = ["apn", "pdpType", "auth", "user", "password", "pin"] as const;

export type CellularField = (typeof cellularFields)[number];

type Cellular = NonNullable<InterfaceSettings["cellular"]>;

const secretFields: readonly string[] = ["password", "pin"] satisfies readonly CellularField[];

export function isSecretField(field: string): boolean {
  return secretFields.includes(field);
}

export function isCellularField(field: string): field is CellularField {
  return (cellularFields as readonly string[]).includes(field);
}

/** In the place of a secret everywhere but in the app's memory. */
const standIn = /^typed-[0-9a-f]{8}$/;

export function isStandIn(value: string): boolean {
  return standIn.test(value);
}

export function parseCellularValue(field: CellularField, typed: string): Result<string, UnusableReason> {
  switch (field) {
    case "apn": {
      const parsed = typed === "" ? succeed("") : parseApn(typed);
      return parsed.ok ? succeed(typed) : fail("apn-form");
    }
    case "pdpType":
      return ["ipv4", "ipv6", "ipv4v6"].includes(typed) ? succeed(typed) : fail("pdp-type-form");
    case "auth":
      return ["none", "pap", "chap"].includes(typed) ? succeed(typed) : fail("authentication-form");
    case "user":
      return isPrintable(typed) ? succeed(typed) : fail("printable-form");
    case "password":
    case "pin":
      return isStandIn(typed) ? succeed(typed) : fail("secret-openly");
  }
}

export function isPrintable(text: string): boolean {
  return text.length <= 64 && /^[\x20-\x7e]*$/.test(text) && !text.includes('"');
}

/** As `--set` takes it; null when it is not set, not known, or never told. */
export function printCellularField(cellular: Cellular | null | undefined, field: string): string | null {
  if (!cellular) return null;
  switch (field) {
    case "apn":
      return cellular.apn || null;
    case "pdpType":
      return cellular.pdpType;
    case "auth":
      return cellular.authentication ?? null;
    case "user":
      return cellular.user || null;
    default:
      return null;
  }
}

/** Without the operator's part, which the network adds. */
export function isSameApn(wanted: string, running: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/\.mnc\d{2,3}\.mcc\d{3}(?:\.gprs)?$/, "");
  return bare(wanted) === bare(running);
}
