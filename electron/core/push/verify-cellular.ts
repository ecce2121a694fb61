// A modem's settings as they were read back. What counts as applied is what the network granted, since a modem keeps a new
// access point and goes on with the old one until it attaches again.
import { isSameApn, printCellularField } from "../settings/cellular-assignment.ts";
import type { Change } from "../settings/change.ts";
import type { InterfaceSettings } from "../settings/network-settings.ts";
import type { FieldVerdict } from "./outcome.ts";

export function verifyCellular(change: Change, found: InterfaceSettings | undefined): FieldVerdict {
  const isApplied = found !== undefined && isCellularStored(change, found) && runs(change, found);
  return {
    interface: change.interface,
    field: change.field,
    verdict: isApplied ? "applied" : "not-applied",
    // Most modems keep a context when they are switched off; the standard leaves that open.
    persisted: null,
  };
}

/** A password is never told, a PIN leaves nothing: those show in what runs. */
export function isCellularStored({ field, to }: Change, { cellular }: InterfaceSettings): boolean {
  if (field === "password") return cellular != null;
  return field === "pin" ? cellular?.sim === "ready" : printCellularField(cellular, field) === to;
}

function runs({ field, to }: Change, { cellular, running }: InterfaceSettings): boolean {
  if (field === "pin") return cellular?.sim === "ready";
  const hasAddress = running?.ipv4?.address != null || running?.ipv6?.address != null;
  if (cellular?.active !== true || !hasAddress) return false;
  const granted = cellular.runningApn ?? null;
  return field !== "apn" || to === null || granted === null || isSameApn(to, granted);
}

/** What is kept, for "as before"; which address the network gives is the network's. */
export function printCellularState(one: InterfaceSettings | undefined): string | null {
  if (one?.cellular == null) return null;
  const { context, apn, pdpType, authentication, user } = one.cellular;
  return JSON.stringify([context ?? null, apn ?? null, pdpType, authentication ?? null, user ?? null]);
}
