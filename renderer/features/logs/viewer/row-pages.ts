// Rows of a view, fetched in pages as they come into sight and kept for a while. What is asked for last comes first: while
// somebody pulls the scroll bar through a million rows, what they passed is not fetched.
import type { LogRow } from "../../../../electron/contract/opened-logs.ts";

export type LoadRows = (first: number, count: number, signal: AbortSignal) => Promise<readonly LogRow[]>;

const pageSize = 50;
const mostPages = 120;
/** Pages under way at once. */
const mostLoads = 2;
/** Milliseconds between two fetches while what is in sight changes faster than it comes. */
const restless = 60;

export class RowPages {
  readonly #load: LoadRows;
  readonly #onRows: () => void;
  readonly #pages = new Map<number, readonly LogRow[]>();
  readonly #loading = new Map<number, AbortController>();
  /** Pages whose rows may be others by now. */
  readonly #stale = new Set<number>();
  #wanted: readonly number[] = [];
  #lastFetch = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #frame: number | null = null;

  constructor(load: LoadRows, onRows: () => void) {
    this.#load = load;
    this.#onRows = onRows;
  }

  /** Undefined until it has come. */
  read(row: number): LogRow | undefined {
    return this.#pages.get(Math.floor(row / pageSize))?.[row % pageSize];
  }

  /** The rows in sight, of `all`; their neighbours are fetched after them. */
  want(first: number, last: number, all: number): void {
    const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)];
    const inSight = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    this.#wanted = [...inSight, to + 1, from - 1].filter((page) => page >= 0 && page * pageSize < all);
    const isRestless = [...this.#loading.keys()].some((page) => !this.#wanted.includes(page));
    for (const [page, stop] of this.#loading) if (!this.#wanted.includes(page)) stop.abort();
    if (!isRestless || performance.now() - this.#lastFetch > restless) this.#next();
    else
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#next();
      }, restless);
  }

  /** Rows were added to a log that is shown to its end: fetches those up to `last`, which are shown at once then. */
  async renew(from: number, last: number): Promise<void> {
    const end = Math.floor(last / pageSize);
    for (const page of this.#pages.keys()) if ((page + 1) * pageSize > from) this.#stale.add(page);
    for (const page of [end - 1, end]) {
      if (page >= 0 && (this.#stale.has(page) || !this.#pages.has(page))) await this.#fetch(page);
    }
  }

  stop(): void {
    this.#wanted = [];
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const stop of this.#loading.values()) stop.abort();
  }

  #next(): void {
    for (const page of this.#wanted) {
      if (this.#loading.size >= mostLoads) return;
      const isMissing = !this.#pages.has(page) || this.#stale.has(page);
      if (isMissing && !this.#loading.has(page)) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const stop = new AbortController();
    this.#loading.get(page)?.abort();
    this.#loading.set(page, stop);
    this.#stale.delete(page);
    this.#lastFetch = performance.now();
    const rows = await this.#load(page * pageSize, pageSize, stop.signal);
    if (this.#loading.get(page) === stop) this.#loading.delete(page);
    if (rows.length > 0) {
      this.#pages.set(page, rows);
      for (const old of this.#pages.keys()) {
        if (this.#pages.size <= mostPages) break;
        if (!this.#wanted.includes(old)) this.#pages.delete(old);
      }
      if (this.#wanted.includes(page)) this.#show();
    }
    if (this.#timer === null && this.#wanted.length > 0) this.#next();
  }

  /** Pages that come in one frame are drawn at once. */
  #show(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#onRows();
    });
  }
}
