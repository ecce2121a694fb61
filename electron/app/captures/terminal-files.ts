// Files between a terminal and this PC. What comes is masked and lies among the terminal's captures, under a name that this
// PC chooses: nothing of the terminal's path but letters of its last part.
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { randomBytes } from "node:crypto";
import type { Input, Output } from "../../contract/commands.ts";
import type { TerminalFile } from "../../contract/terminal-files.ts";
import type { FileAccess, OnProgress } from "../../core/dialects/file-access.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import type { Localized } from "../../core/failures/localized.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { redactLines } from "../../core/logs/redaction/redact-lines.ts";
import { LineText } from "../../core/logs/text/line-text.ts";
import type { OpenSession } from "../sessions.ts";
import { nameMoment, nameSafely } from "./capture-names.ts";
import { identify } from "./identify.ts";
import type { CaptureStore } from "./capture-store.ts";
import type { PullTask } from "./pull-logs.ts";

const largest = 64 * 1024 * 1024;
const [folderType, fileType] = [0o040_000, 0o100_000];

export async function listFiles(
  open: OpenSession,
  { path }: Input<"files.list">,
  task: PullTask,
): Promise<Result<Output<"files.list">>> {
  const files = getFiles(open);
  if (!files.ok) return files;
  const listed = await files.value.list(path, task);
  if (!listed.ok) return listed;
  const entries = listed.value.map(({ name, mode, size, modified }): TerminalFile => {
    const type = mode & 0o170_000;
    const kind = type === folderType ? "folder" : type === fileType ? "file" : "other";
    return { name, kind, size, modified: new Date(modified * 1000).toISOString() };
  });
  return succeed({ entries: entries.toSorted((a, b) => a.name.localeCompare(b.name)) });
}

export async function pullFile(
  { open, store }: { readonly open: OpenSession; readonly store: CaptureStore },
  { path }: Input<"files.pull">,
  task: PullTask,
): Promise<Result<Output<"files.pull">>> {
  const files = getFiles(open);
  if (!files.ok) return files;
  const known = await identify(open, task);
  if (!known.ok) return known;
  const pulled = await files.value.pull(path, tell(path, task), task);
  if (!pulled.ok) return pulled;
  const { content, count } = mask(pulled.value);
  const folder = join(store.folder, known.value.name, "files");
  const id = randomBytes(3).toString("hex");
  const file = join(folder, `${nameMoment(store.wallTime())} ${id} ${nameSafely(basename(path))}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.part`, content, { mode: 0o600, flush: true });
    await rename(`${file}.part`, file);
  } catch (error) {
    return fail(makeFailure("file-unreadable", { file, reason: codeOf(error) }));
  }
  return succeed({ file, bytes: content.length, redactions: count });
}

export async function pushFile(
  open: OpenSession,
  { file, path, mode }: Input<"files.push">,
  task: PullTask,
): Promise<Result<Output<"files.push">>> {
  const push = getFiles(open);
  if (!push.ok) return push;
  if (push.value.push === null) return refuse("files.push");
  const content = await readLocal(file);
  if (!content.ok) return content;
  const pushed = await push.value.push({ path, mode, content: content.value }, tell(path, task), task);
  return pushed.ok ? succeed({ bytes: content.value.length }) : pushed;
}

export async function installFile(
  open: OpenSession,
  { file, application }: Input<"files.install">,
  task: PullTask,
): Promise<Result<Output<"files.install">>> {
  const files = getFiles(open);
  if (!files.ok) return files;
  if (files.value.install === null) return refuse("files.install");
  const content = await readLocal(file);
  if (!content.ok) return content;
  const name = basename(file);
  const installed = await files.value.install({ application, name, content: content.value }, tell(name, task), task);
  return installed.ok ? succeed({ bytes: content.value.length }) : installed;
}

function getFiles({ dialect }: OpenSession): Result<FileAccess> {
  return dialect.files === undefined ? refuse("files") : succeed(dialect.files);
}

function refuse(what: string): ReturnType<typeof fail<ReturnType<typeof makeFailure>>> {
  return refuseBecause(what, { en: "its family has no way for it.", "zh-CN": "这个系列的终端没有这种办法。" });
}

/** A page in a browser, which must not have this PC's files read out to a terminal by naming them. */
export function refusePath(what: string): ReturnType<typeof refuse> {
  const en = "files of this PC are named in the desktop window and on the command line only.";
  return refuseBecause(what, { en, "zh-CN": "只有桌面窗口和命令行可以指定本机的文件。" });
}

function refuseBecause(capability: string, reason: Localized): ReturnType<typeof fail<ReturnType<typeof makeFailure>>> {
  const failure = makeFailure("capability-missing", { capability, reason: reason.en });
  const zh = makeFailure("capability-missing", { capability, reason: reason["zh-CN"] });
  return fail({ ...failure, message: { en: failure.message.en, "zh-CN": zh.message["zh-CN"] } });
}

function tell(source: string, { onPulling }: PullTask): OnProgress {
  return ({ done, total }) => onPulling({ source, done, total, secondsLeft: null });
}

/** What is no text is searched as characters too, and keeps its octets wherever nothing is found. */
function mask(binary: string): { readonly content: Buffer; readonly count: number } {
  const isText = !binary.includes("\0");
  const reader = new LineText();
  const lines = binary.split("\n").map((line) => (isText ? reader.read(Buffer.from(line, "latin1")) : line));
  const redacted = redactLines(lines);
  return { content: Buffer.from(redacted.lines.join("\n"), isText ? "utf8" : "latin1"), count: redacted.count };
}

async function readLocal(file: string): Promise<Result<string>> {
  try {
    const { size } = await stat(file);
    if (size > largest) return fail(makeFailure("file-unreadable", { file, reason: `> ${largest} bytes` }));
    return succeed((await readFile(file)).toString("latin1"));
  } catch (error) {
    return fail(makeFailure("file-unreadable", { file, reason: codeOf(error) }));
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : "?");
}
