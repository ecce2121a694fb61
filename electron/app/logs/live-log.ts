// A terminal that is followed, as a file that grows: lines are masked, wait while the disk is slow, and stand in the file as
// a viewer reads it.
//
//   terminal -> raw lines -> FollowedLog (mask, wait, count what was lost) -> file -> index, as of any file that grows
import { appendFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { Call } from "../../contract/server.ts";
import type { LogFollowing } from "../../core/dialects/dialect.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { FollowedLog } from "../captures/follow-logs.ts";
import type { FollowTerminal } from "./follow-terminal.ts";

/** Bytes; what a viewer holds of a terminal that talks for days. */
const mostKept = 1024 ** 3;

export type Ending = "over" | "asked" | "full";

export interface FollowWish {
  readonly session: string;
  readonly source: LogFollowing["source"];
  readonly call: Call;
  readonly followTerminal: FollowTerminal;
}

export class LiveLog {
  readonly path: string;
  readonly #most: number;
  readonly #closed = new AbortController();
  #bytes = 0;
  #lost = 0;
  #redactions = 0;
  #news = Promise.withResolvers<null>();

  constructor(path: string, most = mostKept) {
    this.path = path;
    this.#most = most;
    writeFileSync(path, "", { mode: 0o600 });
  }

  /** Lines that could not wait. */
  get lost(): number {
    return this.#lost;
  }

  get redactions(): number {
    return this.#redactions;
  }

  /** Resolves when lines were added. */
  get news(): Promise<null> {
    return this.#news.promise;
  }

  /** Until the terminal ends it, the person does, or no more is kept. */
  async follow({ session, source, call, followTerminal }: FollowWish): Promise<Result<{ ending: Ending }>> {
    const full = new AbortController();
    const signal = AbortSignal.any([call.signal, this.#closed.signal, full.signal]);
    const followed = new FollowedLog((milliseconds) => delay(milliseconds, undefined, { ref: false }));
    const writing = this.#write(followed, full);
    const onLines = (lines: readonly string[], lost: number): Promise<void> => followed.offer(lines, lost);
    try {
      const ended = await followTerminal(session, { source, filters: [], onLines }, { ...call, signal });
      return full.signal.aborted ? succeed({ ending: "full" }) : ended;
    } finally {
      followed.end();
      await writing;
    }
  }

  close(): void {
    this.#closed.abort();
  }

  async #write(followed: FollowedLog, full: AbortController): Promise<void> {
    const never = new AbortController().signal;
    for (let isOver = false; !isOver; ) {
      const { lines, lost, redactions, over } = await followed.take(never);
      isOver = over;
      this.#lost += lost;
      this.#redactions += redactions;
      if (this.#bytes < this.#most) this.#append(lines);
      if (this.#bytes >= this.#most) full.abort();
      this.#news.resolve(null);
      this.#news = Promise.withResolvers();
    }
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const text = Buffer.from(`${lines.join("\n")}\n`);
    appendFileSync(this.path, text);
    this.#bytes += text.length;
  }
}
