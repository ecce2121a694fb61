// counterpart captures list|show|remove|limit: the log captures that this PC keeps, and how much of them.
import { readFile } from "node:fs/promises";
import type { Capture } from "../../contract/captures.ts";
import type { Client } from "../../contract/client.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { printSize } from "../tell-pulling.ts";
import { withClient } from "../with-terminal.ts";
import { printLog, printOut } from "../standard-output.ts";

export interface CaptureOptions {
  readonly terminal?: string | undefined;
  readonly days?: number | undefined;
  readonly megabytes?: number | undefined;
}

export type CaptureJob = "list" | "show" | "remove" | "limit";

export function manageCaptures(
  { job, id }: { readonly job: CaptureJob; readonly id: string | undefined },
  options: CaptureOptions,
  voice: Voice,
): Promise<number> {
  return withClient(async (client) => {
    const done = await run(client, { job, id, options, voice });
    if (done.ok) return exitStatus.done;
    voice.complain(done.failure);
    return statusOf(done.failure);
  });
}

interface Asked {
  readonly job: CaptureJob;
  readonly id: string | undefined;
  readonly options: CaptureOptions;
  readonly voice: Voice;
}

async function run(client: Client, { job, id, options, voice }: Asked): Promise<Result<unknown>> {
  if (job === "list") return list(client, options, voice);
  if (job === "limit") return limit(client, options, voice);
  if (id === undefined) return fail(makeFailure("input-invalid", { where: `captures ${job}`, reason: "ID" }));
  if (job === "remove") {
    const removed = await client.call("captures.remove", { id });
    if (removed.ok) voice.show({ removed: id }, "");
    return removed;
  }
  return show(client, id, voice);
}

async function list(client: Client, { terminal }: CaptureOptions, voice: Voice): Promise<Result<null>> {
  const found = await client.call("captures.list", { terminal: terminal ?? null });
  if (!found.ok) return found;
  const { captures, folder, limits } = found.value;
  const { words } = voice;
  voice.show(found.value, captures.map((capture) => printCapture(capture, voice)).join("\n"));
  voice.say(
    fill(captures.length === 0 ? words.captures.none : words.captures.place, {
      folder,
      days: limits.days,
      size: printSize(limits.bytes),
    }),
  );
  return succeed(null);
}

function printCapture({ id, at, terminal, bytes, parts, isWhole, redactions }: Capture, { words }: Voice): string {
  const state = isWhole ? "" : `, ${words.captures.notes["broken-off"]}`;
  const names = parts.map(({ source, lines }) => `  ${source}: ${fill(words.captures.lines, { lines })}`);
  return [
    `${id}  ${at}  ${terminal}  ${printSize(bytes)}, ${fill(words.captures.masked, { redactions })}${state}`,
    ...names,
  ].join("\n");
}

async function show(client: Client, id: string, voice: Voice): Promise<Result<null>> {
  const found = await client.call("captures.list", {});
  if (!found.ok) return found;
  const capture = found.value.captures.find((each) => each.id === id);
  if (capture === undefined) return fail(makeFailure("input-invalid", { where: "captures show", reason: id }));
  if (voice.json) {
    voice.show(capture, "");
    return succeed(null);
  }
  for (const { source, path } of capture.parts) {
    if (capture.parts.length > 1) printOut(`==> ${source} <==\n`);
    try {
      printLog(await readFile(path));
    } catch (error) {
      const { code = "?" } = error as NodeJS.ErrnoException;
      return fail(makeFailure("file-unreadable", { file: path, reason: code }));
    }
  }
  return succeed(null);
}

async function limit(client: Client, { days, megabytes }: CaptureOptions, voice: Voice): Promise<Result<null>> {
  const wanted = {
    ...(days === undefined ? {} : { days }),
    ...(megabytes === undefined ? {} : { bytes: Math.round(megabytes * 1024 * 1024) }),
  };
  const limits = await client.call("captures.limit", wanted);
  if (!limits.ok) return limits;
  const values = { days: limits.value.days, size: printSize(limits.value.bytes) };
  voice.show(limits.value, fill(voice.words.captures.limits, values));
  return succeed(null);
}
