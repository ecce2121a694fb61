// Which of the ports that are there now is the terminal that was lost. Only a serial number of its own makes that certain:
// at a counter the next thing plugged in with the same chip may be a printer.
import type { ListedPort } from "../../contract/commands.ts";

export interface Returned {
  readonly port: string;
  readonly isSame: boolean;
}

/** Numbers that makers leave in every one of their chips. */
const unset = /^(?:0*1?|0?123456789.*|not? ?available|none|n\/a)$/i;

/** Null: not there. `lost` is how the list had it before it went. */
export function findReturned(lost: ListedPort, ports: readonly ListedPort[]): Returned | null {
  const alike = ports.filter((port) => hasSameIds(port, lost) && port.serialNumber === lost.serialNumber);
  const [only] = alike;
  if (only && alike.length === 1 && isTelling(lost.serialNumber)) return { port: only.path, isSame: true };
  const here = alike.find(({ path }) => path === lost.path);
  return here ? { port: here.path, isSame: false } : null;
}

function hasSameIds(one: ListedPort, other: ListedPort): boolean {
  return one.vendorId === other.vendorId && one.productId === other.productId;
}

function isTelling(serialNumber: string | null): boolean {
  return serialNumber !== null && !unset.test(serialNumber.trim());
}
