// Log files from this PC's disk: what they say about a communication that failed, card data masked on the way in.
import { analyseLogs, type LogReport } from "../../app/logs/analyse-logs.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { printLogReport } from "../print-log-report.ts";

export interface AnalyseCommandOptions {
  readonly export?: string | undefined;
  readonly zone: number;
  readonly clockAhead: number;
}

export async function analyseFiles(
  files: readonly string[],
  options: AnalyseCommandOptions,
  voice: Voice,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  try {
    const analysed = await analyseLogs(
      files,
      { exportTo: options.export ?? null, offset: options.zone * 60, ahead: options.clockAhead * 1000 },
      stop.signal,
    );
    if (!analysed.ok) {
      voice.complain(analysed.failure);
      return statusOf(analysed.failure);
    }
    show(analysed.value, options, voice);
    return exitStatus.done;
  } finally {
    process.off("SIGINT", interrupt);
  }
}

function show(report: LogReport, { export: file }: AnalyseCommandOptions, voice: Voice): void {
  voice.show(report, printLogReport(report, voice));
  if (file !== undefined) voice.say(fill(voice.words.logs.exported, { file }));
}
