import type { Report } from "../../../electron/contract/commands.ts";

/** Whether settings can be written on this terminal with this login. */
export function canWrite(report: Report): boolean {
  return report.capabilities["write-settings"]?.state === "yes";
}
