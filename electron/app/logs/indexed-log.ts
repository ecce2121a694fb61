// A plain log file, indexed: lines are read from it when they are asked for, and masked before anyone sees them.
import { type FileHandle, open } from "node:fs/promises";
import { LineIndexer } from "../../core/logs/index/index-lines.ts";
import type { LogIndex } from "../../core/logs/index/log-index.ts";
import { Redactor } from "../../core/logs/redaction/redactor.ts";
import { LineText } from "../../core/logs/text/line-text.ts";
import type { TimeOptions } from "../../core/logs/time/time-line.ts";

const blockSize = 4 * 1024 * 1024;
const longestLine = 256 * 1024;
const newline = 10;
/** Lines around those asked for, in which a dump that they belong to may begin or end. */
const context = 256;
const mostHits = 100_000;

export interface IndexProgress {
  readonly lines: number;
  readonly bytes: number;
}

export class IndexedLog {
  readonly #file: FileHandle;
  readonly #indexer: LineIndexer;
  readonly #text = new LineText();
  #bytes = 0;

  private constructor(file: FileHandle, options: TimeOptions) {
    this.#file = file;
    this.#indexer = new LineIndexer(options);
  }

  static async open(path: string, options: TimeOptions): Promise<IndexedLog> {
    return new IndexedLog(await open(path), options);
  }

  get index(): LogIndex {
    return this.#indexer.index;
  }

  /** Indexes what the file holds now, and when called again what was added since; the first lines can be read at once. */
  async extend(onProgress: (progress: IndexProgress) => void = () => undefined): Promise<void> {
    const buffer = Buffer.alloc(blockSize + longestLine);
    for (;;) {
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, this.#bytes);
      const whole = buffer.lastIndexOf(newline, bytesRead - 1) + 1;
      // A line longer than the buffer is indexed in pieces; the end of a file may lack its line end.
      const length = bytesRead === 0 ? 0 : whole > 0 ? whole : bytesRead;
      if (length === 0) return;
      this.#indexer.feed(buffer.subarray(0, length));
      this.#bytes += length;
      onProgress({ lines: this.index.lines, bytes: this.#bytes });
    }
  }

  /** Masked text of `count` lines from `first` on, counted from 0. */
  async read(first: number, count: number): Promise<readonly string[]> {
    const from = Math.max(0, first - context);
    const last = Math.min(this.index.lines, first + count);
    if (first >= last) return [];
    const to = Math.min(this.index.lines, last + context);
    const raw = await this.#readRaw(from, to);
    const redactor = new Redactor();
    const masked: string[] = [];
    for (const line of raw) {
      masked.push(...redactor.push(line));
      if (masked.length >= last - from) break;
    }
    if (masked.length < last - from) masked.push(...redactor.end());
    return masked.slice(first - from, last - from);
  }

  /** Numbers of lines whose masked text holds `wanted` as it is written, from 0, in order; bounded. */
  async search(wanted: string): Promise<Uint32Array> {
    const needle = Buffer.from(wanted);
    const hits: number[] = [];
    const buffer = Buffer.alloc(blockSize + longestLine);
    if (needle.length === 0) return new Uint32Array(0);
    for (let at = 0; at < this.#bytes && hits.length < mostHits; ) {
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) break;
      const length = buffer.lastIndexOf(newline, bytesRead - 1) + 1 || bytesRead;
      this.#searchBlock(buffer.subarray(0, length), at, { needle, hits });
      at += length;
    }
    return this.#keepVisible(Uint32Array.from(hits), wanted);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #searchBlock(block: Buffer, start: number, { needle, hits }: { needle: Buffer; hits: number[] }): void {
    for (let at = block.indexOf(needle); at >= 0 && hits.length < mostHits; ) {
      const line = this.#findLine(start + at);
      if (hits.at(-1) !== line) hits.push(line);
      at = block.indexOf(needle, Math.max(at + 1, this.index.read(line).to - start));
    }
  }

  /** The last line that begins at or before a place in the file. */
  #findLine(place: number): number {
    let [low, high] = [0, this.index.lines - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.index.read(middle).from <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Who searches for digits must not learn from a hit what the mask hides. */
  async #keepVisible(hits: Uint32Array, wanted: string): Promise<Uint32Array> {
    if (!/[\dA-Fa-f]{4}/.test(wanted.replace(/[^\dA-Za-z]/g, ""))) return hits;
    const kept: number[] = [];
    for (const line of hits.subarray(0, context * 8)) {
      const [text] = await this.read(line, 1);
      if (text?.includes(wanted) === true) kept.push(line);
    }
    return Uint32Array.from(kept);
  }

  async #readRaw(from: number, to: number): Promise<readonly string[]> {
    const start = this.index.read(from).from;
    const end = Math.min(this.index.read(to - 1).to, start + blockSize);
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(end - start), 0, end - start, start);
    const bytes = buffer.subarray(0, bytesRead);
    return Array.from({ length: to - from }, (_, at) => {
      const line = this.index.read(from + at);
      const text = this.#text.read(bytes.subarray(line.from - start, Math.max(line.from, line.to) - start));
      return text.replace(/\r?\n$/, "").slice(0, longestLine);
    });
  }
}
