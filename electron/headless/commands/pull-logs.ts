// counterpart logs --since: what is new since the last pull, everything, or what was logged from a time on. What comes is
// kept as a capture; shown or saved is what was asked for of it.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Capture } from "../../contract/captures.ts";
import { LinesSince } from "../../app/logs/lines-since.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { tellPulling } from "../tell-pulling.ts";
import { withTerminal } from "../with-terminal.ts";
import { writePrivateFile } from "../write-private-file.ts";
import type { LogOptions } from "../options.ts";
import { printLog } from "../standard-output.ts";

export async function pullLogs(options: LogOptions & { readonly since: string }, voice: Voice): Promise<number> {
  const { since } = options;
  const from = since === "last" || since === "all" ? null : Date.parse(since);
  if (from !== null && Number.isNaN(from)) {
    const failure = makeFailure("input-invalid", {
      where: "--since",
      reason: `${since} (last, all, 2026-11-22T10:00)`,
    });
    voice.complain(failure);
    return statusOf(failure);
  }
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const off = tellPulling(client, voice);
    const sources = options.source.length > 0 ? options.source : null;
    const input = { session, sources, files: options.file, all: since !== "last" };
    const pulled = await client.call("logs.pull", input, signal);
    off();
    if (!pulled.ok) {
      voice.complain(pulled.failure);
      return statusOf(pulled.failure);
    }
    const { capture } = pulled.value;
    if (capture === null) {
      voice.show({ capture }, "");
      voice.say(voice.words.captures.nothingNew);
      return exitStatus.done;
    }
    return show(capture, { from, out: options.out, voice });
  });
}

async function show(
  capture: Capture,
  { from, out, voice }: { readonly from: number | null; readonly out: string | undefined; readonly voice: Voice },
): Promise<number> {
  const { words } = voice;
  const lines = capture.parts.reduce((sum, part) => sum + part.lines, 0);
  const values = { lines, folder: capture.folder, redactions: capture.redactions };
  if (out !== undefined) {
    const failure = await writePrivateFile(out, await readCapture(capture, from), { replace: true });
    if (failure !== null) {
      voice.complain(failure);
      return statusOf(failure);
    }
    voice.say(fill(words.savedFile, { file: out }));
  } else if (!voice.json) printLog(await readCapture(capture, from));
  if (voice.json) voice.show({ capture }, "");
  for (const { source, note } of capture.parts) {
    if (note !== "whole") voice.say(`${source}: ${words.captures.notes[note]}`);
  }
  voice.say(fill(words.captures.kept, values));
  return exitStatus.done;
}

/** Several sources one after the other, each behind its name, as `tail` does it. */
async function readCapture({ parts, at, zone, clockAhead }: Capture, from: number | null): Promise<string> {
  const texts: string[] = [];
  for (const { source, path } of parts) {
    const times = { reference: Date.parse(at), offset: zone ?? 0, ahead: (clockAhead ?? 0) * 1000 };
    const wanted = from === null ? null : new LinesSince(from, times);
    if (parts.length > 1) texts.push(`==> ${source} <==\n`);
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (wanted === null || wanted.holds(line)) texts.push(`${line}\n`);
    }
  }
  return texts.join("");
}
