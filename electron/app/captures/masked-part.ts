// One source of a capture on its way to the disk: blocks -> lines -> masked -> file. Nothing raw is kept but the line that
// the next pull finds its place by, and that one holds nothing secret.
//
//   block  ...|line\n|line\n|li      what stands behind the last line end waits for the next block
//   place  behind the last line that left the redactor: rows of a dump that still wait are pulled again the next time
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import type { FilePlace } from "../../core/dialects/log-pull.ts";
import { mayHoldSecret } from "../../core/logs/redaction/may-hold-secret.ts";
import { Redactor } from "../../core/logs/redaction/redactor.ts";
import { LineText } from "../../core/logs/text/line-text.ts";

/** Characters. Longer lines are cut in front of a word: half a card number could not be recognised. */
const longestLine = 256 * 1024;
const longestSeam = 1000;

export class MaskedPart {
  readonly #file: number;
  readonly #redactor = new Redactor();
  readonly #text = new LineText();
  #rest = "";
  #isSkipping = false;
  /** Of the first character of the rest. */
  #offset = 0;
  #place: FilePlace = { offset: 0, seam: null };
  #out: string[] = [];
  #lines = 0;
  #bytes = 0;

  constructor(path: string, start: FilePlace) {
    this.#file = openSync(path, "wx", 0o600);
    this.#place = start;
    this.#offset = start.offset;
  }

  get lines(): number {
    return this.#lines;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Where the next pull goes on. */
  get place(): FilePlace {
    return this.#place;
  }

  get redactions(): number {
    return Object.values(this.#redactor.counts).reduce((sum, count) => sum + count, 0);
  }

  /** One character per byte; `from` is its place in the source. */
  take(bytes: string, from: number): void {
    if (from !== this.#offset + this.#rest.length && !this.#isSkipping) this.#begin(from);
    let text = this.#rest + bytes;
    let at = 0;
    for (let end = text.indexOf("\n", at); end >= 0; end = text.indexOf("\n", at)) {
      this.#takeLine(text.slice(at, end + 1));
      at = end + 1;
    }
    text = text.slice(at);
    if (text.length > longestLine && !this.#isSkipping) {
      this.#keep(text.slice(0, longestLine).replace(/[^ ]*$/, ""));
      this.#isSkipping = true;
    }
    if (this.#isSkipping) {
      this.#offset += text.length;
      text = "";
    }
    this.#rest = text;
    this.#flush();
  }

  /** Puts everything on the disk. `isWhole`: nothing more comes, else what is not finished waits for the next pull. */
  end(isWhole: boolean): void {
    // The last line may still be written to: as much of it as cannot be half a card number.
    if (isWhole && this.#rest !== "" && !this.#isSkipping)
      this.#emit(this.#redactor.push(this.#read(this.#rest.replace(/[^ ]*$/, ""))));
    this.#rest = "";
    if (isWhole) this.#emit(this.#redactor.end());
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  /** Another file has taken the source's place. */
  #begin(from: number): void {
    if (this.#rest !== "") this.#emit(this.#redactor.push(this.#read(this.#rest.replace(/[^ ]*$/, ""))));
    this.#rest = "";
    this.#offset = from;
    this.#place = { offset: from, seam: null };
  }

  #takeLine(raw: string): void {
    this.#offset += raw.length;
    if (this.#isSkipping) this.#isSkipping = false;
    else this.#keep(raw);
  }

  #keep(raw: string): void {
    const text = this.#read(raw);
    const isClean = !mayHoldSecret(text) && raw.endsWith("\n") && raw.length <= longestSeam;
    this.#emit(this.#redactor.push(text));
    if (this.#redactor.isWaiting) return;
    const seam = isClean ? { from: this.#offset - raw.length, line: raw } : this.#place.seam;
    this.#place = { offset: this.#offset, seam };
  }

  #read(raw: string): string {
    return this.#text.read(Buffer.from(raw.replace(/\n$/, ""), "latin1"));
  }

  #emit(lines: readonly string[]): void {
    for (const line of lines) this.#out.push(line, "\n");
    this.#lines += lines.length;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#out.join(""));
    this.#out = [];
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#bytes += bytes.length;
  }
}
