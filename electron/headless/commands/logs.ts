import { writeFile } from "node:fs/promises";
import { makeFailure } from "../../core/failures/failure.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import type { PortOptions } from "../options.ts";
import { withTerminal } from "../with-terminal.ts";

export interface LogOptions extends PortOptions {
  readonly lines: number;
  readonly out?: string | undefined;
}

export function readLogs(options: LogOptions, voice: Voice): Promise<number> {
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const logs = await client.call("logs.read", { session, lines: options.lines }, signal);
    if (!logs.ok) {
      voice.complain(logs.failure);
      return statusOf(logs.failure);
    }
    const { source, lines, redactions } = logs.value;
    const values = { source, count: lines.length, redactions };
    if (options.out === undefined) {
      voice.show(logs.value, lines.join("\n"));
      voice.say(fill(voice.words.shownLogs, values));
      return exitStatus.done;
    }
    const saved = await saveLines(options.out, lines);
    if (saved !== null) {
      voice.complain(saved);
      return statusOf(saved);
    }
    voice.show({ file: options.out, ...values }, "");
    voice.say(fill(voice.words.savedLogs, { ...values, file: options.out }));
    return exitStatus.done;
  });
}

/** For the person's eyes only: a log says a lot about a shop. */
async function saveLines(file: string, lines: readonly string[]): Promise<ReturnType<typeof makeFailure> | null> {
  try {
    await writeFile(file, `${lines.join("\n")}\n`, { mode: 0o600 });
    return null;
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    return makeFailure("file-unreadable", { file, reason: code });
  }
}
