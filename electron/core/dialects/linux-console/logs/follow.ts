// A log as the terminal writes it: the program's lines straight from the line, until somebody stops it.
//
//   echo ~TOKEN;tail -F ...;echo ~TOKEN.   -->   ~TOKEN  line line line ...  ~TOKEN.      the program has ended by itself
//   Ctrl-C                                 -->   our prompt
//
// Nothing on a console can be told to wait: when whoever reads is slower than the terminal writes, lines are kept up to a
// bound, and beyond it they are counted and let go.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Conversation } from "../../conversation.ts";
import type { LogFollowing } from "../../dialect.ts";
import type { Task } from "../../task.ts";
import type { LogSource } from "../../log-pull.ts";
import { encodeWord } from "../encode.ts";
import { recognizePrompt } from "../prompts.ts";
import { LineCutter } from "../../line-cutter.ts";
import { KernelTwins } from "./kernel-twins.ts";

/** Characters that wait for a slow reader. */
const mostWaiting = 1024 * 1024;
/** Milliseconds after which it is looked whether the terminal is still following. */
const glance = 2_000;

/** The command that follows a source; null when it cannot be followed. */
export function makeFollowCommand(sources: readonly LogSource[], wanted: string | null): Result<string> {
  const choose = (test: (source: LogSource) => boolean): LogSource | undefined => sources.find(test);
  const named = wanted === null ? undefined : choose(({ name }) => name === wanted);
  if (wanted !== null && named === undefined) {
    const known = sources.map(({ name }) => name).join(", ");
    return fail(makeFailure("input-invalid", { where: "source", reason: `${wanted} (${known})` }));
  }
  const stream = named ?? choose(({ name }) => name === "journal") ?? choose(({ name }) => name === "ring");
  if (stream !== undefined && !stream.isFile) return succeed(streams[stream.name] ?? "");
  const files = named === undefined ? sources.filter(({ isFile }) => isFile) : [named];
  if (files.length === 0)
    return sources.length > 0
      ? succeed(followKernel)
      : fail(makeFailure("command-failed", { step: "logs", reason: "no log could be read" }));
  const words: string[] = [];
  for (const { name } of files) {
    const word = encodeWord("file", name);
    if (!word.ok) return word;
    words.push(word.value);
  }
  return succeed(`tail -n 0 -F ${words.join(" ")}`);
}

/**
 * BusyBox's dmesg (1.35) cannot wait for more; what the kernel hands out, with microseconds since its start, is written as dmesg
 * writes it then.
 */
export const followKernel = String.raw`{ dmesg -w||cat /dev/kmsg|sed -n 's/^[0-9]*,[0-9]*,\([0-9]*\),[^;]*;/[000000\1] /;s/^\[0*\([0-9]*[0-9]\)\([0-9]\{6\}\)\]/[\1.\2]/p';}`;

const streams: Readonly<Record<string, string>> = {
  journal: "journalctl -q --no-pager -f -n 0 -o short-iso",
  ring: "logread -f",
  kernel: followKernel,
};

/** Resolves when the program ends by itself or the task is stopped; the prompt is ours again then. */
export async function followLog(
  talk: Conversation,
  { command, token, ...follow }: LogFollowing & { readonly command: string; readonly token: string },
  task: Task,
): Promise<Result<null>> {
  const reader = new FollowReader(token, follow, command === followKernel ? new KernelTwins() : null);
  const off = talk.onText((text) => reader.hear(text));
  talk.forget();
  try {
    await talk.send(` echo "~"${token};${command} 2>/dev/null;echo "~"${token}.\n`);
    while (!reader.isOver) {
      await talk.waitFor(() => reader.isOver || null, { within: glance, signal: task.signal });
      const prompt = recognizePrompt(talk.heard)?.kind;
      if (prompt === "login" || prompt === "bootloader")
        return fail(makeFailure("terminal-restarted", { step: "follow" }));
    }
    return succeed(null);
  } finally {
    off();
    reader.end();
  }
}

class FollowReader {
  readonly #begin: string;
  readonly #end: string;
  readonly #follow: LogFollowing;
  readonly #cutter = new LineCutter();
  readonly #twins: KernelTwins | null;
  #waiting: string[] = [];
  #size = 0;
  #lost = 0;
  #isHandingOn = false;
  #hasBegun = false;
  #isOver = false;

  constructor(token: string, follow: LogFollowing, twins: KernelTwins | null) {
    this.#twins = twins;
    this.#begin = `~${token}`;
    this.#end = `~${token}.`;
    this.#follow = follow;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  hear(text: string): void {
    for (const line of this.#cutter.push(text)) this.#take(line);
    void this.#handOn();
  }

  /** Of what is left only whole lines: half a card number could not be recognised. */
  end(): void {
    this.#isOver = true;
  }

  #take(line: string): void {
    if (this.#isOver) return;
    if (line.endsWith(this.#end)) this.#isOver = true;
    else if (!this.#hasBegun) this.#hasBegun = line.endsWith(this.#begin);
    else if (this.#twins?.isSecond(line) === true) return;
    else if (this.#size + line.length > mostWaiting) this.#lost += 1;
    else {
      this.#waiting.push(line);
      this.#size += line.length;
    }
  }

  async #handOn(): Promise<void> {
    if (this.#isHandingOn) return;
    this.#isHandingOn = true;
    while (this.#waiting.length > 0) {
      const lines = this.#waiting;
      const lost = this.#lost;
      this.#waiting = [];
      this.#size = 0;
      this.#lost = 0;
      await this.#follow.onLines(lines, lost);
    }
    this.#isHandingOn = false;
  }
}
