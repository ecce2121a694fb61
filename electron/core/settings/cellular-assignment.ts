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

/** Whether what a person typed can be such a secret. */
export function checkSecret(field: string, typed: string): UnusableReason | null {
  if (field === "pin") return /^\d{4,8}$/.test(typed) ? null : "pin-form";
  return isPrintable(typed) ? null : "printable-form";
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

function isPrintable(text: string): boolean {
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

/** The settings as they will be; a PIN unlocks the card, and a password leaves nothing to see. */
export function applyCellular(
  cellular: Cellular,
  wanted: ReadonlyMap<CellularField, string>,
): Result<Cellular, readonly [CellularField, UnusableReason]> {
  const pin = wanted.get("pin");
  if (pin !== undefined && wanted.size > 1) return fail(["pin", "pin-alone"]);
  if (pin !== undefined && cellular.sim !== "pin") return fail(["pin", "pin-not-wanted"]);
  if (pin !== undefined) return succeed({ ...cellular, sim: "ready", pinTries: null });
  const authentication = (wanted.get("auth") ?? cellular.authentication ?? null) as Cellular["authentication"];
  const isNamed = wanted.has("user") || wanted.has("password");
  const next: Cellular = {
    ...cellular,
    apn: wanted.has("apn") ? wanted.get("apn") || null : cellular.apn,
    pdpType: (wanted.get("pdpType") ?? cellular.pdpType) as Cellular["pdpType"],
    // Whoever names a user wants to be authenticated.
    authentication: isNamed && !wanted.has("auth") && (authentication ?? "none") === "none" ? "chap" : authentication,
    user: wanted.has("user") ? wanted.get("user") || null : (cellular.user ?? null),
  };
  if (next.authentication === "none") return succeed({ ...next, user: null });
  if (next.authentication && !next.user) return fail(["user", "needs-user"]);
  return succeed(next);
}

/** Without the operator's part, which the network adds. */
export function isSameApn(wanted: string, running: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/\.mnc\d{2,3}\.mcc\d{3}(?:\.gprs)?$/, "");
  return bare(wanted) === bare(running);
}
