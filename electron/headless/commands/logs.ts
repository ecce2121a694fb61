// counterpart logs: the latest lines; with --since, whole logs as a capture; with --follow, lines as they are written.
import { makeFailure } from "../../core/failures/failure.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import type { LogOptions } from "../options.ts";
import { printLog } from "../standard-output.ts";
import { withTerminal } from "../with-terminal.ts";
import { writePrivateFile } from "../write-private-file.ts";

export async function readLogs(options: LogOptions, voice: Voice): Promise<number> {
  if (options.follow && options.since !== undefined) {
    const failure = makeFailure("input-invalid", { where: "--follow", reason: "--since" });
    voice.complain(failure);
    return statusOf(failure);
  }
  if (options.follow) {
    const { followLogs } = await import("./follow.ts");
    return followLogs(options, voice);
  }
  const { since } = options;
  if (since !== undefined || options.source.length > 0 || options.file.length > 0) {
    const { pullLogs } = await import("./pull-logs.ts");
    return pullLogs({ ...options, since: since ?? "last" }, voice);
  }
  return readLatest(options, voice);
}

function readLatest(options: LogOptions, voice: Voice): Promise<number> {
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const logs = await client.call("logs.read", { session, lines: options.lines }, signal);
    if (!logs.ok) {
      voice.complain(logs.failure);
      return statusOf(logs.failure);
    }
    const { source, lines, redactions } = logs.value;
    const values = { source, count: lines.length, redactions };
    if (options.out === undefined) {
      if (voice.json) voice.show(logs.value, "");
      else printLog(lines.map((line) => `${line}\n`).join(""));
      voice.say(fill(voice.words.shownLogs, values));
      return exitStatus.done;
    }
    // For the person's eyes only: a log says a lot about a shop.
    const saved = await writePrivateFile(options.out, `${lines.join("\n")}\n`, { replace: true });
    if (saved !== null) {
      voice.complain(saved);
      return statusOf(saved);
    }
    voice.show({ file: options.out, ...values }, "");
    voice.say(fill(voice.words.savedLogs, { ...values, file: options.out }));
    return exitStatus.done;
  });
}
