// Blocks of whole lines -> an index of them: one pass over the bytes for line ends and literals, text made only of the few
// lines that hold one. What is suspicious is looked for when a line is shown.
import { buildPatternAutomaton, classifyLine, holdsPattern } from "../classify/classifier.ts";
import type { LineFormat } from "../formats/line-format.ts";
import { readLine, recogniseFormats } from "../formats/recognise.ts";
import { logPatterns } from "../knowledge/knowledge.ts";
import { scanLiterals } from "../scan/scan-literals.ts";
import { LineText } from "../text/line-text.ts";
import { TimeLine, type TimeOptions } from "../time/time-line.ts";
import { LogIndex } from "./log-index.ts";
import { StampReader } from "./stamp-reader.ts";

const automaton = buildPatternAutomaton();
const places = new Map(logPatterns.map(({ id }, place) => [id, place + 1]));
const sampleSize = 64 * 1024;
const sampleLines = 200;

export class LineIndexer {
  readonly index = new LogIndex();
  readonly #options: TimeOptions;
  readonly #text = new LineText();
  #stamps: StampReader | null = null;
  #formats: readonly LineFormat[] = [];
  #start = 0;

  constructor(options: TimeOptions) {
    this.#options = options;
  }

  feed(block: Uint8Array): void {
    const stamps = this.#stamps ?? this.#begin(block);
    const start = this.#start;
    scanLiterals(block, automaton, (line) => {
      const time = stamps.read(block, line.from, line.to);
      const pattern = line.hits > 0 && holdsPattern(line, automaton) ? this.#classify(block, line) : 0;
      this.index.add({ from: start + line.from, time, pattern }, start + line.next);
    });
    this.#start += block.length;
  }

  #begin(block: Uint8Array): StampReader {
    const lines = this.#text.read(block.subarray(0, sampleSize)).split("\n").slice(0, sampleLines);
    this.#formats = recogniseFormats(lines);
    this.#stamps = new StampReader({
      text: this.#text,
      times: new TimeLine(this.#options),
      formats: this.#formats,
    });
    return this.#stamps;
  }

  #classify(block: Uint8Array, { from, to }: { readonly from: number; readonly to: number }): number {
    const text = this.#text.read(block.subarray(from, to));
    const meaning = classifyLine(readLine(text, this.#formats).message) ?? classifyLine(text);
    return meaning === null ? 0 : (places.get(meaning.pattern.id) ?? 0);
  }
}
