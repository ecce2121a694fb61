// Whole logs over a console: a file in proven blocks; the journal, the ring and the kernel's messages as they are now.
import { unfold } from "../../../bytes/unpack.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Task } from "../../task.ts";
import type { LogPullRequest, PulledLog, Since } from "../../log-pull.ts";
import { pullFile } from "./pull-file.ts";
import type { PullTools } from "./pull-tools.ts";

/** Entries of a journal, and bytes of anything that is not a file: more is left out, from the oldest on. */
const mostEntries = 20_000;
const mostBytes = 4 * 1024 * 1024;
const mostPlainBytes = 512 * 1024;
/** Milliseconds. */
const patience = 600_000;

export function pullLog(tools: PullTools, request: LogPullRequest, task: Task): Promise<Result<PulledLog>> {
  return request.source.isFile ? pullFile(tools, request, task) : pullStream(tools, request, task);
}

async function pullStream(tools: PullTools, request: LogPullRequest, task: Task): Promise<Result<PulledLog>> {
  const { source, since, onBlock, onProgress } = request;
  const command = nameCommand(source.name, since);
  if (command === null)
    return fail(makeFailure("command-failed", { step: `log ${source.name}`, reason: "it cannot be read" }));
  const limit = tools.isPacking ? mostBytes : mostPlainBytes;
  onProgress({ done: 0, total: null });
  const outputs = await tools.ask([`${command} 2>/dev/null|tail -c ${limit}|${tools.pack}`], patience, task);
  if (!outputs.ok) return outputs;
  const body = outputs.value[0]?.body ?? "";
  const text = tools.isPacking ? unfold(body) : body.slice(0, -1);
  if (text === null)
    return fail(makeFailure("command-failed", { step: `log ${source.name}`, reason: "it cannot be read" }));
  const { lines, cursor } = splitCursor(text);
  const isCut = text.length >= limit || (source.name === "journal" && countLines(lines) >= mostEntries);
  // Its first line may have lost its beginning, and what is left of a card number cannot be told from other digits.
  const whole = text.length >= limit ? lines.slice(lines.indexOf("\n") + 1) : lines;
  if (whole !== "") onBlock({ bytes: whole, from: 0 });
  onProgress({ done: whole.length, total: whole.length });
  return succeed({ note: isCut ? "cut" : "whole", packed: tools.isPacking, cursor });
}

function nameCommand(name: string, since: Since): string | null {
  if (name === "ring") return "logread";
  if (name === "kernel") return "dmesg";
  if (name !== "journal") return null;
  const after =
    since.kind === "journal" && /^[\w=;]{1,512}$/.test(since.cursor) ? ` --after-cursor='${since.cursor}'` : "";
  return `journalctl -q --no-pager -o short-iso --show-cursor -n ${mostEntries}${after}`;
}

/** `journalctl --show-cursor` says it in a last line of its own. */
function splitCursor(text: string): { readonly lines: string; readonly cursor: string | null } {
  const found = /(?:^|\n)-- cursor: ([\w=;]{1,512})\n?$/.exec(text);
  const [, cursor] = found ?? [];
  if (found === null || cursor === undefined) return { lines: text, cursor: null };
  return { lines: text.slice(0, found.index + (text[found.index] === "\n" ? 1 : 0)), cursor };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
