// A pattern -> the lines whose masked text holds it. Plain text is looked for in whole blocks of bytes, an expression line by
// line. Bounded in lines and in time, and never longer at a stretch than a screen takes to be drawn.
import { setImmediate as nextTurn } from "node:timers/promises";
import { LineText } from "../../core/logs/text/line-text.ts";
import type { IndexedLog } from "./indexed-log.ts";
import type { LinePattern } from "./line-pattern.ts";

export interface SearchLimits {
  readonly lines: number;
  readonly milliseconds: number;
}

export interface FoundLines {
  /** From 0, in order. */
  readonly lines: Uint32Array;
  /** The limits ended the search: there may be more. */
  readonly isCut: boolean;
}

const usualLimits: SearchLimits = { lines: 2_000_000, milliseconds: 20_000 };

const stretch = 12;
/** Characters of a line that are looked through. */
const longestRead = 16_384;

export async function searchLines(
  log: IndexedLog,
  pattern: LinePattern,
  {
    signal,
    limits = usualLimits,
    first = 0,
  }: { readonly signal?: AbortSignal; readonly limits?: SearchLimits; readonly first?: number } = {},
): Promise<FoundLines> {
  if (first >= log.index.lines) return { lines: new Uint32Array(0), isCut: false };
  const search = new Search(log, pattern, { ...limits, first });
  for await (const { bytes, at } of log.readBlocks(log.index.read(first).from)) {
    const block = bytes.toString("latin1");
    if (pattern.bytes === null) await search.readLines(block, at, signal);
    else await search.lookThrough(block, at, pattern.bytes);
    if (signal?.aborted === true || search.isCut) break;
  }
  return { lines: search.found(), isCut: search.isCut };
}

class Search {
  readonly #log: IndexedLog;
  readonly #pattern: LinePattern;
  readonly #limits: SearchLimits;
  readonly #text = new LineText();
  readonly #started = performance.now();
  #lastTurn = performance.now();
  #hits = new Uint32Array(4096);
  #count = 0;
  #next: number;
  isCut = false;

  constructor(log: IndexedLog, pattern: LinePattern, limits: SearchLimits & { readonly first: number }) {
    this.#log = log;
    this.#pattern = pattern;
    this.#limits = limits;
    this.#next = limits.first;
  }

  found(): Uint32Array {
    return this.#hits.slice(0, this.#count);
  }

  async lookThrough(block: string, start: number, wanted: RegExp): Promise<void> {
    const { index } = this.#log;
    wanted.lastIndex = 0;
    for (let hit = wanted.exec(block); hit !== null && !this.isCut; hit = wanted.exec(block)) {
      const line = index.findPlace(start + hit.index);
      const { from, to } = index.read(line);
      if (this.#pattern.mayProbe) {
        await this.#keep(line, block.slice(from - start, to - start));
        await this.#breathe();
      } else this.#add(line);
      // A hit never spans lines; the next one is in another line.
      wanted.lastIndex = Math.max(to - start, hit.index + 1);
    }
  }

  async readLines(block: string, start: number, signal: AbortSignal | undefined): Promise<void> {
    const { index } = this.#log;
    for (; this.#next < index.lines && !this.isCut && signal?.aborted !== true; this.#next++) {
      const { from, to } = index.read(this.#next);
      if (from >= start + block.length) return;
      const bytes = block.slice(from - start, Math.min(to - start, from - start + longestRead));
      const text = this.#read(bytes);
      if (this.#pattern.text.test(text)) await this.#keep(this.#next, bytes);
      if ((this.#next & 63) === 0) await this.#breathe();
    }
  }

  /** Who searches for digits must not learn from a hit what the mask hides. */
  async #keep(line: number, bytes: string): Promise<void> {
    const masked = await this.#log.maskLine(line, this.#read(bytes));
    if (this.#pattern.text.test(masked)) this.#add(line);
  }

  #read(bytes: string): string {
    const line = bytes.replace(/\r?\n$/, "");
    return /[\x80-\xff]/.test(line) ? this.#text.read(Buffer.from(line, "latin1")) : line;
  }

  #add(line: number): void {
    if (this.#count === this.#hits.length) {
      const larger = new Uint32Array(this.#hits.length * 2);
      larger.set(this.#hits);
      this.#hits = larger;
    }
    this.#hits[this.#count++] = line;
    if (this.#count >= this.#limits.lines) this.isCut = true;
  }

  /** Lets whoever else waits have a turn. */
  async #breathe(): Promise<void> {
    const now = performance.now();
    if (now - this.#started > this.#limits.milliseconds) this.isCut = true;
    if (now - this.#lastTurn < stretch) return;
    await nextTurn();
    this.#lastTurn = performance.now();
  }
}
