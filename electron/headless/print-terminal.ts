import type { PushedTerminal } from "../contract/history.ts";

/** The serial number, or what else tells the terminal from others, with its name and its port. */
export function printTerminal({ serialNumber, hostName, macs, port }: PushedTerminal): string {
  const name = serialNumber ?? macs[0] ?? "?";
  return `${name} (${[hostName, port].filter((part) => part !== null).join(", ")})`;
}
