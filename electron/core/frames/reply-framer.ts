// The reply to one command on a shell, between markers that nobody can guess:
//
//   ~TOKEN STATUS CHECKSUM\n      STATUS: the exit status; CHECKSUM: what the terminal's tool prints for BODY
//   BODY\n
//   ~TOKEN.\n                     or, in place of all three, ~TOKEN!\n: the command itself arrived damaged
//
// Kernel messages may stand anywhere in it, and the terminal's line may make CR LF of every LF, or leave them as they
// are, also those of a file that holds CR LF itself: readings without either are tried, and the checksum decides.
import { type ChecksumTool, printChecksum } from "../bytes/checksum-tools.ts";
import type { FrameFault, Framer } from "./framer.ts";
import { kernelMessage, removeKernelMessages } from "./kernel-messages.ts";

export interface Reply {
  readonly kind: "reply";
  readonly status: number;
  /** One character per byte; verified. */
  readonly body: string;
}

/** Four mebibytes: more than any question of ours is answered with. */
export const replyLimit = 4 * 1024 * 1024;

/** A mark may be torn by kernel messages; this much of them is looked through again when more arrives. */
const longestTear = 2048;

export class ReplyFramer implements Framer<Reply> {
  readonly #token: string;
  readonly #tool: ChecksumTool | null;
  readonly #end: RegExp;
  #text = "";
  #searched = 0;

  /** `tool` null: the terminal has no checksum tool and prints the body's length in its place. */
  constructor(token: string, tool: ChecksumTool | null) {
    this.#token = token;
    this.#tool = tool;
    const tear = `(?:${kernelMessage.source})*`;
    this.#end = new RegExp([...Array.from(`~${token}`), "([.!])", "\\r?\\n"].join(tear), "g");
  }

  push(binary: string): readonly (Reply | FrameFault)[] {
    this.#text += binary;
    const frames: (Reply | FrameFault)[] = [];
    for (let end = this.#findEnd(); end !== null; end = this.#findEnd()) {
      const whole = this.#text.slice(0, end.at);
      this.#text = this.#text.slice(end.at);
      this.#searched = 0;
      frames.push(end.refused ? { kind: "fault", reason: "refused" } : this.#read(whole));
    }
    if (this.#text.length <= replyLimit) return frames;
    this.#text = "";
    this.#searched = 0;
    return [...frames, { kind: "fault", reason: "overflow" }];
  }

  /** Just behind the next trailer or refusal. */
  #findEnd(): { readonly at: number; readonly refused: boolean } | null {
    this.#end.lastIndex = Math.max(0, this.#searched - longestTear);
    const found = this.#end.exec(this.#text);
    if (!found) this.#searched = this.#text.length;
    return found && { at: this.#end.lastIndex, refused: found[1] === "!" };
  }

  #read(whole: string): Reply | FrameFault {
    const quiet = removeKernelMessages(whole);
    for (const reading of new Set([whole, foldLineEnds(whole), quiet, foldLineEnds(quiet)])) {
      const reply = this.#parse(reading);
      if (reply) return reply;
    }
    return { kind: "fault", reason: "damaged" };
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

function foldLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
