// Who was offered which address within one check of a fleet: no two may be offered the same, or putting both right would
// make the next duplicate.
import type { Ipv4Address } from "../settings/ipv4.ts";
import { keyOfAddress } from "./fleet.ts";
import type { FleetPlace } from "./fleet-place.ts";
import type { TerminalFacts } from "./terminal-facts.ts";

/** Whether the address was offered to another interface of the fleet. */
export function isPromised(
  { settings, context: { fleet } }: TerminalFacts,
  name: string,
  address: Ipv4Address,
): boolean {
  return fleet != null && fleet.promises.isHeld(keyOfAddress(settings, address), nameOwner(fleet, name));
}

export function promise({ settings, context: { fleet } }: TerminalFacts, name: string, address: Ipv4Address): void {
  fleet?.promises.hold(keyOfAddress(settings, address), nameOwner(fleet, name));
}

function nameOwner({ self }: FleetPlace, name: string): string {
  return `${self ?? ""} ${name}`;
}
