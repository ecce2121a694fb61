// Who a terminal is, so that it is found again on another port: its serial number, or the MAC addresses where it has none.
import type { PushedTerminal } from "../../contract/history.ts";
import type { Reading } from "../../core/dialects/dialect.ts";

export type { PushedTerminal } from "../../contract/history.ts";

export function describeTerminal({ terminal, interfaces }: Reading, port: string): PushedTerminal {
  const macs = interfaces
    .filter(({ kind }) => kind !== "loopback" && kind !== "bridge" && kind !== "virtual")
    .map(({ mac }) => mac?.toLowerCase() ?? "")
    .filter((mac) => /[1-9a-f]/.test(mac));
  return {
    family: terminal.family,
    serialNumber: terminal.serialNumber,
    hostName: terminal.hostName,
    macs: [...new Set(macs)].toSorted(),
    port,
  };
}

export function isSameTerminal(one: PushedTerminal, other: PushedTerminal): boolean {
  if (one.family !== other.family) return false;
  if (one.serialNumber !== null && other.serialNumber !== null) return one.serialNumber === other.serialNumber;
  if (one.macs.length > 0 && other.macs.length > 0) return one.macs.some((mac) => other.macs.includes(mac));
  // Nothing tells them apart: what was cut off on this port is asked about on this port.
  return one.serialNumber === other.serialNumber && one.macs.length === other.macs.length && one.port === other.port;
}

/** Names under which it is held; each of them alone means this terminal. */
export function nameTerminal({ family, serialNumber, macs, port }: PushedTerminal): readonly string[] {
  if (serialNumber !== null) return [`${family} serial ${serialNumber}`];
  return macs.length > 0 ? macs.map((mac) => `${family} mac ${mac}`) : [`${family} port ${port}`];
}
