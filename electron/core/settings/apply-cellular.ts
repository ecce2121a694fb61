// What a modem's settings become, and whether a secret that was typed can be one.
import { fail, type Result, succeed } from "../failures/result.ts";
import { type CellularField, isPrintable } from "./cellular-assignment.ts";
import type { InterfaceSettings } from "./network-settings.ts";
import type { ModemReason } from "./unusable-modem-value.ts";

type Cellular = NonNullable<InterfaceSettings["cellular"]>;

/** Whether what a person typed can be such a secret. */
export function checkSecret(field: string, typed: string): ModemReason | null {
  if (field === "pin") return /^\d{4,8}$/.test(typed) ? null : "pin-form";
  return isPrintable(typed) ? null : "secret-form";
}

/** The settings as they will be; a PIN unlocks the card, and a password leaves nothing to see. */
export function applyCellular(
  cellular: Cellular,
  wanted: ReadonlyMap<CellularField, string>,
): Result<Cellular, readonly [CellularField, ModemReason]> {
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
    // What the network gives for it is not known before it is asked, as with an address by DHCP.
    active: null,
  };
  if (next.authentication === "none") return succeed({ ...next, user: null });
  if (next.authentication && !next.user) return fail(["user", "needs-user"]);
  return succeed(next);
}
