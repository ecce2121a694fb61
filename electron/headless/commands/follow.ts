// counterpart logs --follow: lines as the terminal writes them, masked, until Ctrl-C. Whoever reads standard output sets the
// pace: lines that cannot wait so long are counted.
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { Client } from "../../contract/client.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { LogFilter } from "../../core/dialects/dialect.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { withTerminal } from "../with-terminal.ts";
import type { LogOptions } from "../options.ts";
import { outputLost, printLog } from "../standard-output.ts";

interface Sum {
  lines: number;
  lost: number;
  redactions: number;
}

export async function followLogs(options: LogOptions, voice: Voice): Promise<number> {
  const filters = readFilters(options.filter);
  if (!filters.ok) {
    voice.complain(filters.failure);
    return statusOf(filters.failure);
  }
  const [source = null] = options.source.length > 0 ? options.source : options.file;
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const sum: Sum = { lines: 0, lost: 0, redactions: 0 };
    const out = options.out === undefined ? null : createWriteStream(options.out, { mode: 0o600 });
    const broken = new AbortController();
    let failure: Failure | null = null;
    out?.on("error", (error: NodeJS.ErrnoException) => {
      failure ??= makeFailure("file-unwritable", { file: options.out ?? "", reason: error.code ?? "?" });
      broken.abort();
    });
    // Nobody is left to follow it for.
    const until = AbortSignal.any([signal, broken.signal, outputLost]);
    const following = client.call("logs.follow", { session, source, filters: filters.value }, until);
    voice.say(voice.words.captures.following);
    await printLines(client, session, { out, voice, sum });
    const ended = await following;
    if (out !== null && failure === null) await new Promise<void>((resolve) => out.end(resolve));
    if (ended.ok && !until.aborted) voice.say(voice.words.captures.followingOver);
    voice.say(fill(voice.words.captures.followed, { ...sum }));
    const why = failure ?? (ended.ok || ended.failure.code === "cancelled" ? null : ended.failure);
    if (why === null) return exitStatus.done;
    voice.complain(why);
    return statusOf(why);
  });
}

async function printLines(
  client: Client,
  session: string,
  { out, voice, sum }: { readonly out: WriteStream | null; readonly voice: Voice; readonly sum: Sum },
): Promise<void> {
  for (;;) {
    const more = await client.call("logs.more", { session });
    if (!more.ok) return;
    const { lines, lost, redactions, over } = more.value;
    sum.lines += lines.length;
    sum.lost += lost;
    sum.redactions += redactions;
    if (lost > 0) voice.say(fill(voice.words.captures.lost, { count: lost }));
    const text = lines.map((line) => `${line}\n`).join("");
    if (out !== null && !out.destroyed && !out.write(text))
      await Promise.race([once(out, "drain"), once(out, "close")]);
    const shown =
      voice.json && (lines.length > 0 || lost > 0) ? `${JSON.stringify({ lines, lost, redactions })}\n` : text;
    // A reader that is slow is waited for.
    const printed = out !== null && !voice.json ? "" : voice.json && lines.length === 0 && lost === 0 ? "" : shown;
    if (!printLog(printed)) await once(process.stdout, "drain", { signal: outputLost }).catch(() => undefined);
    if (over) return;
  }
}

/** `NET:D`: a tag and the least level that it is shown from. */
function readFilters(texts: readonly string[]): Result<readonly LogFilter[]> {
  const filters: LogFilter[] = [];
  for (const text of texts) {
    const [, tag, level] = /^(\*|[\w./-]{1,64}):([VDIWEFS])$/.exec(text) ?? [];
    if (tag === undefined) return fail(makeFailure("input-invalid", { where: "--filter", reason: `${text} (TAG:D)` }));
    filters.push({ tag, level: level as LogFilter["level"] });
  }
  return succeed(filters);
}
