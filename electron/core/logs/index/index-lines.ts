// Blocks of whole lines -> an index of them: one pass over the bytes for line ends and literals, text made only of the few
// lines that hold one. What is suspicious is looked for when a line is shown.
import { classifyLine, encodePatternLiterals, type Meaning } from "../classify/classifier.ts";
import type { LineFormat } from "../formats/line-format.ts";
import { readLine, recogniseFormats } from "../formats/recognise.ts";
import { buildAutomaton } from "../scan/automaton.ts";
import { scanLiterals } from "../scan/scan-literals.ts";
import { LineText } from "../text/line-text.ts";
import { type Jump, TimeLine, type TimeOptions } from "../time/time-line.ts";
import { LogIndex } from "./log-index.ts";
import { StampReader } from "./stamp-reader.ts";
import { type LineTag, TagReader } from "./tag-reader.ts";

const automaton = buildAutomaton(encodePatternLiterals());
const sampleSize = 64 * 1024;
const sampleLines = 200;
/** Codes that lines quote are few; text that quotes more of them quotes no codes. */
const mostMeanings = 4096;

export type Encoding = "utf-8" | "gb18030";

interface Readers {
  readonly stamps: StampReader;
  readonly tags: TagReader;
}

export class LineIndexer {
  readonly index = new LogIndex();
  /** What lines mean, by the number in the index; the first means nothing. */
  readonly meanings: (Meaning | null)[] = [null];
  readonly #places = new Map<string, number>();
  readonly #times: TimeLine;
  readonly #text = new LineText();
  #readers: Readers | null = null;
  #formats: readonly LineFormat[] = [];
  #encoding: Encoding = "utf-8";
  #start = 0;

  constructor(options: TimeOptions) {
    this.#times = new TimeLine(options);
  }

  get formats(): readonly string[] {
    return this.#formats.map(({ id }) => id);
  }

  get encoding(): Encoding {
    return this.#encoding;
  }

  get tags(): readonly LineTag[] {
    return this.#readers?.tags.list ?? [{ source: null, severity: null }];
  }

  /** Where the clock jumped; line numbers from 1. Times are as the lines have them, years too late included. */
  get jumps(): readonly Jump[] {
    return this.#times.jumps;
  }

  feed(block: Uint8Array): void {
    const { stamps, tags } = (this.#readers ??= this.#begin(block));
    const start = this.#start;
    scanLiterals(block, automaton, (line) => {
      const time = stamps.read(block, line.from, line.to);
      const tag = tags.read(block, line, stamps.stampLength);
      const meaning = line.hits > 0 ? this.#classify(block, line) : 0;
      const isTrouble = meaning !== 0 && this.meanings[meaning]?.cause?.startsWith("C") === true;
      this.index.add(
        { from: start + line.from, time, meaning, tag: isTrouble ? tags.warn(tag) : tag },
        start + line.next,
      );
    });
    this.#start += block.length;
    this.index.yearsTooLate = this.#times.yearsTooLate;
  }

  /** The last line is fed again, with what was added to it. */
  takeBack(): void {
    this.index.takeBack();
    this.#readers?.stamps.takeBack();
    this.#start = this.index.bytes;
  }

  /** When a log that grows was written to last, milliseconds since 1970. */
  noteWritten(at: number): void {
    this.#times.noteWritten(at);
  }

  #begin(block: Uint8Array): Readers {
    const sample = block.subarray(0, sampleSize);
    const lines = this.#text.read(sample).split(/\r?\n/, sampleLines);
    this.#encoding = this.#text.wasUtf8 || isUtf8(sample) ? "utf-8" : "gb18030";
    this.#formats = recogniseFormats(lines);
    return {
      stamps: new StampReader({ text: this.#text, times: this.#times, formats: this.#formats }),
      tags: new TagReader(this.#text, this.#formats),
    };
  }

  #classify(block: Uint8Array, { from, to }: { readonly from: number; readonly to: number }): number {
    const text = this.#text.read(block.subarray(from, to));
    const meaning = classifyLine(readLine(text, this.#formats).message) ?? classifyLine(text);
    if (meaning === null) return 0;
    const name = `${meaning.pattern.id} ${meaning.code ?? ""}`;
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    if (this.meanings.length >= mostMeanings) return 0;
    this.#places.set(name, this.meanings.length);
    return this.meanings.push(meaning) - 1;
  }
}

/** The sample may end in the middle of a character. */
function isUtf8(sample: Uint8Array): boolean {
  const whole = sample.subarray(0, Math.max(sample.lastIndexOf(10), 0));
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(whole);
    return true;
  } catch {
    return false;
  }
}
