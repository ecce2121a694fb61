// A plain log file, indexed: lines are read from it when they are asked for, and masked before anyone sees them.
import { type FileHandle, open } from "node:fs/promises";
import { LineIndexer } from "../../core/logs/index/index-lines.ts";
import type { LogIndex } from "../../core/logs/index/log-index.ts";
import { mayBeRow } from "../../core/logs/redaction/dump-rows.ts";
import { mayHoldSecret } from "../../core/logs/redaction/may-hold-secret.ts";
import { redactLine } from "../../core/logs/redaction/redact-line.ts";
import { Redactor } from "../../core/logs/redaction/redactor.ts";
import { LineText } from "../../core/logs/text/line-text.ts";
import type { TimeOptions } from "../../core/logs/time/time-line.ts";

const blockSize = 1024 * 1024;
/** Of lines that are shown together, however long they are. */
const mostShown = 4 * 1024 * 1024;
const longestLine = 256 * 1024;
const newline = 10;
/** Lines around those asked for, in which a dump that they belong to may begin or end. */
const context = 256;
/** Bytes before the end of what is indexed, by which a file that was written anew is told from one that grew. */
const seamLength = 64;
const fewestRead = 64 * 1024;
/** Lines masked at once where one of them is a row of a dump. */
const stretch = 512;

export interface IndexProgress {
  readonly lines: number;
  readonly bytes: number;
}

export class IndexedLog {
  readonly #file: FileHandle;
  readonly #indexer: LineIndexer;
  readonly #text = new LineText();
  #bytes = 0;
  /** What stood before the end of what is indexed; its last byte tells whether the last line is over. */
  #seam: Buffer = Buffer.alloc(0);
  #masked: { readonly from: number; readonly lines: readonly string[] } | null = null;

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

  /** What the index's numbers stand for. */
  get indexer(): LineIndexer {
    return this.#indexer;
  }

  /** Indexes what the file holds now; the first lines can be read at once. */
  async extend(onProgress: (progress: IndexProgress) => void = () => undefined, signal?: AbortSignal): Promise<void> {
    await this.#index({ takesTail: true, onProgress }, signal);
  }

  /**
   * Indexes what was added since. A line without its end is taken only when `takesTail`: half of it may be half a card
   * number. Gives the first line that is new or longer than before; null where there is none; `rewritten` where what was
   * indexed is not in the file any more.
   */
  async grow(takesTail: boolean, signal?: AbortSignal): Promise<number | null | "rewritten"> {
    const { size } = await this.#file.stat();
    if (size < this.#bytes || !(await this.#isSame())) return "rewritten";
    if (size === this.#bytes || !(takesTail || (await this.#holdsLineEnd(size)))) return null;
    const isUnfinished = this.index.lines > 0 && this.#seam.at(-1) !== newline;
    if (isUnfinished) {
      this.#indexer.takeBack();
      this.#bytes = this.index.bytes;
      this.#masked = null;
    }
    const first = this.index.lines;
    await this.#index({ takesTail, onProgress: () => undefined }, signal);
    return first;
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

  /** Masked text of one line, without its neighbours being read where they cannot matter. */
  async readLine(line: number): Promise<string> {
    const [text = ""] = await this.#readRaw(line, line + 1);
    return this.maskLine(line, text);
  }

  /** What is shown of a line whose text was just read from the file. */
  async maskLine(line: number, text: string): Promise<string> {
    if (!mayBeRow(text)) return mayHoldSecret(text) ? redactLine(text).text : text;
    const kept = this.#masked?.lines[line - this.#masked.from];
    if (kept !== undefined && line >= (this.#masked?.from ?? 0)) return kept;
    this.#masked = { from: line, lines: await this.read(line, stretch) };
    return this.#masked.lines[0] ?? "";
  }

  /** Blocks of whole lines as they lie on the disk, each with the place of its first byte: for this process only. */
  async *readBlocks(from = 0): AsyncIterable<{ readonly bytes: Buffer; readonly at: number }> {
    const buffer = Buffer.alloc(Math.min(blockSize + longestLine, this.#bytes - from));
    for (let at = from; at < this.#bytes; ) {
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, at);
      const within = Math.min(bytesRead, this.#bytes - at);
      const length = within === 0 ? 0 : buffer.lastIndexOf(newline, within - 1) + 1 || within;
      if (length === 0) return;
      yield { bytes: buffer.subarray(0, length), at };
      at += length;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #index(
    { takesTail, onProgress }: { readonly takesTail: boolean; readonly onProgress: (progress: IndexProgress) => void },
    signal?: AbortSignal,
  ): Promise<void> {
    const { size } = await this.#file.stat();
    const most = blockSize + longestLine;
    let buffer = Buffer.alloc(Math.min(most, Math.max(fewestRead, size - this.#bytes + 1)));
    while (signal?.aborted !== true) {
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, this.#bytes);
      const whole = bytesRead === 0 ? 0 : buffer.lastIndexOf(newline, bytesRead - 1) + 1;
      if (whole === 0 && bytesRead === buffer.length && bytesRead < most) {
        buffer = Buffer.alloc(most);
        continue;
      }
      // A line longer than the buffer is indexed in pieces; the end of a file may lack its line end.
      const isPiece = takesTail || bytesRead === most;
      const length = whole > 0 ? whole : isPiece ? bytesRead : 0;
      if (length === 0) return;
      this.#indexer.feed(buffer.subarray(0, length));
      this.#bytes += length;
      this.#seam = Buffer.from(buffer.subarray(Math.max(0, length - seamLength), length));
      onProgress({ lines: this.index.lines, bytes: this.#bytes });
    }
  }

  async #isSame(): Promise<boolean> {
    const { length } = this.#seam;
    const place = this.#bytes - length;
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, place);
    return bytesRead === length && this.#seam.equals(buffer);
  }

  async #holdsLineEnd(size: number): Promise<boolean> {
    const length = Math.min(size - this.#bytes, blockSize);
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, this.#bytes);
    return bytesRead === blockSize || buffer.subarray(0, bytesRead).includes(newline);
  }

  async #readRaw(from: number, to: number): Promise<readonly string[]> {
    const start = this.index.read(from).from;
    const end = Math.min(this.index.read(to - 1).to, start + mostShown);
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(end - start), 0, end - start, start);
    const bytes = buffer.subarray(0, bytesRead);
    return Array.from({ length: to - from }, (_, at) => {
      const line = this.index.read(from + at);
      const text = this.#text.read(bytes.subarray(line.from - start, Math.max(line.from, line.to) - start));
      return text.replace(/\r?\n$/, "").slice(0, longestLine);
    });
  }
}
