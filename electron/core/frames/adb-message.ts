// One message of the ADB wire protocol, version 0x01000000, as XCB speaks it on serial lines and over TCP:
//
//    0        4      8      12       16       20      24
//   +--------+------+------+--------+--------+-------+----------- - -
//   | command| arg0 | arg1 | length |   sum  | magic |  payload          little-endian words
//   +--------+------+------+--------+--------+-------+----------- - -
//     "CNXN"                          |        command xor 0xFFFFFFFF
//                                     the payload's bytes added up
//
// There is no preamble: a header is known by its command and its magic, and proven by its payload's sum. After damage
// the next header that fits is looked for, also within what a damaged length took for payload. A sum does not see two
// changes that cancel out: what must be certain is read back and compared.
import { bytesToBinary } from "../bytes/binary-text.ts";
import type { FrameFault, Framer } from "./framer.ts";

/** `AUTH` is Android's; XCB has none, but whoever sends it is to be recognised. */
export const adbCommands = ["CNXN", "OPEN", "OKAY", "WRTE", "CLSE", "AUTH"] as const;

export type AdbCommand = (typeof adbCommands)[number];

export interface AdbMessage {
  readonly kind: "message";
  readonly command: AdbCommand;
  readonly arg0: number;
  readonly arg1: number;
  /** One character per byte. */
  readonly payload: string;
}

export const adbVersion = 0x01000000;

/** The largest payload of version 0x01000000, in bytes. */
export const adbPayloadLimit = 4096;

const adbHeaderLength = 24;

/** One character per byte. */
export function printAdbMessage({ command, arg0, arg1, payload }: Omit<AdbMessage, "kind">): string {
  const bytes = new Uint8Array(adbHeaderLength);
  const header = new DataView(bytes.buffer);
  for (let at = 0; at < 4; at++) {
    header.setUint8(at, command.charCodeAt(at));
    header.setUint8(20 + at, command.charCodeAt(at) ^ 0xff);
  }
  header.setUint32(4, arg0, true);
  header.setUint32(8, arg1, true);
  header.setUint32(12, payload.length, true);
  header.setUint32(16, addUp(payload), true);
  return bytesToBinary(bytes) + payload;
}

function addUp(payload: string): number {
  let sum = 0;
  for (let at = 0; at < payload.length; at++) sum += payload.charCodeAt(at);
  return sum >>> 0;
}

interface Header extends Omit<AdbMessage, "kind" | "payload"> {
  readonly length: number;
  readonly sum: number;
}

export class AdbMessageFramer implements Framer<AdbMessage> {
  #text = "";
  /** Damage that was reported and not yet left behind by a whole message. */
  #lost = false;

  /** Bytes that wait for the rest of their message. */
  get pending(): number {
    return this.#text.length;
  }

  push(binary: string): readonly (AdbMessage | FrameFault)[] {
    this.#text += binary;
    const frames: (AdbMessage | FrameFault)[] = [];
    let at = 0;
    while (this.#text.length - at >= adbHeaderLength) {
      const header = readHeader(this.#text, at);
      const reason = header === null ? "damaged" : header.length > adbPayloadLimit ? "overflow" : null;
      if (header !== null && reason === null) {
        const end = at + adbHeaderLength + header.length;
        if (end > this.#text.length) break;
        const payload = this.#text.slice(at + adbHeaderLength, end);
        if (addUp(payload) === header.sum) {
          const { command, arg0, arg1 } = header;
          frames.push({ kind: "message", command, arg0, arg1, payload });
          this.#lost = false;
          at = end;
          continue;
        }
      }
      // One fault for one run of damage, however many bytes it takes to find the next header.
      if (!this.#lost) frames.push({ kind: "fault", reason: reason ?? "damaged" });
      this.#lost = true;
      at = this.#findHeader(at + 1);
    }
    this.#text = this.#text.slice(at);
    return frames;
  }

  /** Where the next header may begin: the first place that is whole and fits, else what is too short to tell. */
  #findHeader(from: number): number {
    const last = this.#text.length - adbHeaderLength;
    const words = new RegExp(adbCommands.join("|"), "g");
    words.lastIndex = from;
    for (let found = words.exec(this.#text); found && found.index <= last; found = words.exec(this.#text)) {
      if (readHeader(this.#text, found.index) !== null) return found.index;
    }
    return Math.max(from, last + 1);
  }
}

function readHeader(text: string, at: number): Header | null {
  const command = adbCommands.find((each) => text.startsWith(each, at));
  if (command === undefined) return null;
  for (let index = 0; index < 4; index++) {
    if (text.charCodeAt(at + 20 + index) !== (command.charCodeAt(index) ^ 0xff)) return null;
  }
  return {
    command,
    arg0: readWord(text, at + 4),
    arg1: readWord(text, at + 8),
    length: readWord(text, at + 12),
    sum: readWord(text, at + 16),
  };
}

/** Four little-endian bytes as an unsigned number. */
export function readWord(text: string, at: number): number {
  return (
    (text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      (text.charCodeAt(at + 3) << 24)) >>>
    0
  );
}

/** An unsigned number as four little-endian bytes. */
export function printWord(value: number): string {
  return String.fromCharCode(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff);
}
