// Log files from this PC's disk: what they say about a communication that failed, card data masked on the way in.
import type { SaidClock } from "../../app/logs/file-clocks.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { analyseLogs, type LogReport } from "../../app/logs/analyse-logs.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { printLogReport } from "../print-log-report.ts";
import { tellReading } from "../tell-pulling.ts";

export interface AnalyseCommandOptions {
  readonly export?: string | undefined;
  /** `HOURS` or `FILE=HOURS`. */
  readonly zone: readonly string[];
  /** `SECONDS` or `FILE=SECONDS`. */
  readonly shift: readonly string[];
  readonly clockAhead: number;
}

export async function analyseFiles(
  files: readonly string[],
  options: AnalyseCommandOptions,
  voice: Voice,
): Promise<number> {
  const clocks = [...readSaid("--zone", options.zone), ...readSaid("--shift", options.shift)];
  const wrong = clocks.find((each) => "where" in each);
  if (wrong !== undefined && "where" in wrong) {
    const failure = makeFailure("input-invalid", wrong);
    voice.complain(failure);
    return statusOf(failure);
  }
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  try {
    const analysed = await analyseLogs(
      files,
      {
        exportTo: options.export ?? null,
        offset: -new Date().getTimezoneOffset(),
        ahead: options.clockAhead * 1000,
        clocks: clocks.flatMap((each) => ("where" in each ? [] : [each])),
        onRead: tellReading(voice),
      },
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

/** `pos.log=8` of one file, `8` of all. */
function readSaid(
  name: "--zone" | "--shift",
  texts: readonly string[],
): readonly (SaidClock | { readonly where: string; readonly reason: string })[] {
  return texts.map((text) => {
    const at = text.lastIndexOf("=");
    const value = Number(text.slice(at + 1));
    const most = name === "--zone" ? 14 : 1e10;
    if (text.slice(at + 1).trim() === "" || !(Math.abs(value) <= most)) return { where: name, reason: text };
    const file = at < 0 ? null : text.slice(0, at);
    return name === "--zone" ? { file, offset: value * 60 } : { file, ahead: -value * 1000 };
  });
}

function show(report: LogReport, { export: file }: AnalyseCommandOptions, voice: Voice): void {
  const { clocks, notes, ...found } = report;
  const said = { ...(clocks.length > 0 ? { clocks } : {}), ...(notes.length > 0 ? { notes } : {}) };
  // What there is nothing to say of is left out: an ordinary log has exactly the five that programs rely on.
  voice.show({ ...found, ...said }, printLogReport(report, voice));
  if (file !== undefined) voice.say(fill(voice.words.logs.exported, { file }));
}
