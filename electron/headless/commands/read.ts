import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import type { PortOptions } from "../options.ts";
import { printReport } from "../print-report.ts";
import { withTerminal } from "../with-terminal.ts";

export function readTerminal(options: PortOptions, voice: Voice): Promise<number> {
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const report = await client.call("terminal.read", { session }, signal);
    if (!report.ok) {
      voice.complain(report.failure);
      return statusOf(report.failure);
    }
    voice.show(report.value, printReport(report.value, voice));
    return exitStatus.done;
  });
}
