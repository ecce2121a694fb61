import type { Report } from "../../../electron/contract/commands.ts";
import type { PushedTerminal } from "../../../electron/contract/history.ts";

/** Whether the terminal that was read may be the one of a push; the other side makes sure. */
export function isHere({ serialNumber, macs, hostName }: PushedTerminal, report: Report): boolean {
  const here = report.terminal.serialNumber;
  if (serialNumber !== null && here !== null) return serialNumber === here;
  if (macs.length > 0) return report.interfaces.some(({ mac }) => mac !== null && macs.includes(mac.toLowerCase()));
  return hostName === report.terminal.hostName;
}
