// What a console says, in pieces of any size, masked on its way to a screen or a recording:
//
//   text --> whole lines (Redactor) ------------------------------------------------------------> shown
//        \-> the line that is being written, as far as it holds no secret --> digits held back --/
//
// Who calls `rest` when nothing has come for a moment gets what waits: prompts have no line end.
import { DigitHold } from "./digit-hold.ts";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { redactLine } from "./redact-line.ts";
import { Redactor } from "./redactor.ts";

/** Characters of a line without an end after which it counts as ended. */
const longestLine = 8192;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences and backspaces are looked for
const moving = /[\x08\x1b\x7f]/;

export class StreamRedactor {
  readonly #redactor = new Redactor();
  readonly #digits = new DigitHold();
  /** The line that is being written, and how much of it has left. */
  #line = "";
  #left = 0;
  /** Ends of the lines that the redactor keeps. */
  readonly #ends: string[] = [];

  push(text: string): string {
    let out = "";
    for (const part of text.split(/(?<=\n)/)) {
      this.#line += part;
      if (part.endsWith("\n") || this.#line.length > longestLine) out += this.#endLine();
    }
    const isHeld = this.#redactor.isWaiting || mayHoldSecret(this.#line);
    return isHeld ? out : out + this.#leave(this.#line.length, this.#line);
  }

  /** Nothing has come for a moment. `isLong`: for long enough that a hex dump has ended. */
  rest(isLong: boolean): string {
    const out = isLong ? this.#print(this.#redactor.end()) : "";
    if (this.#redactor.isWaiting) return out;
    return out + this.#leave(findUnfinished(this.#line), redactLine(this.#line).text);
  }

  /** Everything that waits; the stream is over. */
  end(): string {
    return this.#print(this.#redactor.end()) + this.#leave(Infinity, redactLine(this.#line).text) + this.#digits.end();
  }

  #endLine(): string {
    const [, line = "", end = ""] = /^([^]*?)(\r*\n)?$/.exec(this.#line) ?? [];
    const left = this.#left;
    this.#line = "";
    this.#left = 0;
    // Of a line that has partly left the digits may have been seen one by one; others may be hidden in what moves about.
    if (left > 0 || moving.test(line)) return this.#digits.push((redactLine(line).text + end).slice(left));
    this.#ends.push(end);
    return this.#print(this.#redactor.push(line));
  }

  #print(lines: readonly string[]): string {
    return lines.map((line) => line + (this.#ends.shift() ?? "")).join("");
  }

  #leave(to: number, line: string): string {
    const out = line.slice(this.#left, to);
    this.#left = Math.max(this.#left, Math.min(to, line.length));
    return this.#digits.push(out);
  }
}

/** Where a last word begins that may still become a track or a key; else the end. */
function findUnfinished(line: string): number {
  const from = Math.max(line.lastIndexOf(" "), line.lastIndexOf("\t")) + 1;
  const word = line.slice(from);
  const isOpen = /[=;%]|[\da-fA-F]{8}/.test(word) || word.replace(/\D/g, "").length > 6;
  return isOpen ? from : line.length;
}
