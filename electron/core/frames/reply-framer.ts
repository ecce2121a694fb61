// The reply to one command on a shell, between markers that nobody can guess:
//
//   ~TOKEN STATUS CHECKSUM\n      STATUS: the exit status; CHECKSUM: what the terminal's tool prints for BODY
//   BODY\n
//   ~TOKEN.\n                     or, in place of all three, ~TOKEN!\n: the command itself arrived damaged
//
// Kernel messages may stand anywhere in it; a reading without them is tried, and the checksum decides.
import { type ChecksumTool, printChecksum } from "../bytes/checksum-tools.ts";
import type { FrameFault, Framer } from "./framer.ts";
import { removeKernelMessages } from "./kernel-messages.ts";

export interface Reply {
  readonly kind: "reply";
  readonly status: number;
  /** One character per byte; verified. */
  readonly body: string;
}

/** Four mebibytes: more than any question of ours is answered with. */
export const replyLimit = 4 * 1024 * 1024;

export class ReplyFramer implements Framer<Reply> {
  readonly #token: string;
  readonly #tool: ChecksumTool | null;
  #text = "";
  #searched = 0;

  /** `tool` null: the terminal has no checksum tool and prints the body's length in its place. */
  constructor(token: string, tool: ChecksumTool | null) {
    this.#token = token;
    this.#tool = tool;
  }

  push(binary: string): readonly (Reply | FrameFault)[] {
    this.#text += binary;
    const end = this.#findEnd();
    if (end === null) {
      if (this.#text.length <= replyLimit) return [];
      this.#text = "";
      this.#searched = 0;
      return [{ kind: "fault", reason: "overflow" }];
    }
    const whole = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    this.#searched = 0;
    return [this.#read(whole)];
  }

  /** Just behind the trailer or the refusal; a kernel message may stand within it, so its parts are looked for. */
  #findEnd(): number | null {
    const from = Math.max(0, this.#searched - this.#token.length - 3);
    const ends = [`~${this.#token}.\n`, `~${this.#token}!\n`]
      .map((mark) => ({ at: this.#text.indexOf(mark, from), length: mark.length }))
      .filter(({ at }) => at >= 0)
      .map(({ at, length }) => at + length);
    if (ends.length > 0) return Math.min(...ends);
    this.#searched = this.#text.length;
    return null;
  }

  #read(whole: string): Reply | FrameFault {
    if (whole.endsWith(`~${this.#token}!\n`)) return { kind: "fault", reason: "refused" };
    return this.#parse(whole) ?? this.#parse(removeKernelMessages(whole)) ?? { kind: "fault", reason: "damaged" };
  }

  #parse(text: string): Reply | null {
    const start = text.lastIndexOf(`~${this.#token} `);
    if (start < 0) return null;
    const headerEnd = text.indexOf("\n", start);
    const header = text.slice(start + this.#token.length + 2, headerEnd);
    const [, status, checksum] = /^(\d{1,3}) (.+)$/.exec(header) ?? [];
    if (status === undefined || checksum === undefined) return null;
    const body = text.slice(headerEnd + 1, text.length - this.#token.length - 4);
    return this.#proves(checksum.trim(), body) ? { kind: "reply", status: Number(status), body } : null;
  }

  #proves(checksum: string, body: string): boolean {
    const expected = this.#tool === null ? String(body.length) : printChecksum(this.#tool, body);
    return checksum === expected.trim();
  }
}
