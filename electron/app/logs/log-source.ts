// One log in the viewer: a file on the disk that is read where it lies, or the masked copy of one that was packed or sent.
import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import type { Placement, SourceNote } from "../../contract/opened-logs.ts";
import { IndexedLog } from "./indexed-log.ts";

export interface SourceFile {
  /** As people call it. */
  readonly name: string;
  readonly path: string;
  /** When it was last written to, milliseconds since 1970. */
  readonly written: number;
  readonly notes: readonly SourceNote[];
  /** It lies where others write to it. */
  readonly grows?: boolean;
}

/** Of a log's beginning: what is added to it later does not make it another one. */
const digested = 64 * 1024;

export class LogSource {
  readonly name: string;
  readonly path: string;
  readonly notes: Set<SourceNote>;
  readonly digest: string;
  #expected: number;
  #written: number;
  /** Null: nobody writes to it any more, or it is not what it was. */
  #watched: { readonly node: number; size: number } | null;
  #placement: Placement;
  #log: IndexedLog;

  private constructor(
    file: SourceFile,
    placement: Placement,
    made: { readonly log: IndexedLog; readonly digest: string; readonly size: number; readonly node: number },
  ) {
    this.name = file.name;
    this.path = file.path;
    this.notes = new Set(file.notes);
    this.#written = file.written;
    this.#placement = placement;
    this.#log = made.log;
    this.digest = made.digest;
    this.#expected = made.size;
    this.#watched = file.grows === true ? { node: made.node, size: made.size } : null;
  }

  /** Throws what opening a file throws. */
  static async open(file: SourceFile, placement: Placement): Promise<LogSource> {
    const log = await IndexedLog.open(file.path, { reference: file.written, ...placement });
    const { size, ino } = await stat(file.path);
    return new LogSource(file, placement, { log, digest: await digestBeginning(file.path), size, node: ino });
  }

  get expected(): number {
    return Math.max(this.#expected, this.#log.index.bytes);
  }

  get canGrow(): boolean {
    return this.#watched !== null;
  }

  get log(): IndexedLog {
    return this.#log;
  }

  get placement(): Placement {
    return this.#placement;
  }

  get lines(): number {
    return this.#log.index.lines;
  }

  timeAt(line: number): number {
    return this.#log.index.timeAt(line);
  }

  /** Reads all times again with another zone or another clock. */
  async place(placement: Placement, signal?: AbortSignal): Promise<void> {
    const log = await IndexedLog.open(this.path, { reference: this.#written, ...placement });
    await log.extend(undefined, signal);
    const before = this.#log;
    this.#log = log;
    this.#placement = placement;
    await before.close();
  }

  /** Takes in what was added since; gives the first line that is new or longer than before. What is wrong is noted. */
  async grow(signal: AbortSignal): Promise<number | null> {
    const watched = this.#watched;
    if (watched === null) return null;
    const found = await stat(this.path).catch(() => null);
    if (found === null || found.ino !== watched.node) {
      this.notes.add(found === null ? "gone" : "replaced");
      this.#watched = null;
    }
    const isResting = found === null || found.size === watched.size;
    if (found !== null) {
      watched.size = found.size;
      this.#written = Math.max(this.#written, found.mtimeMs);
      this.#log.indexer.noteWritten(found.mtimeMs);
    }
    const grown = await this.#log.grow(isResting, signal);
    if (grown !== "rewritten") return grown;
    this.notes.add("rewritten");
    this.#watched = null;
    return null;
  }

  async close(): Promise<void> {
    await this.#log.close();
  }
}

async function digestBeginning(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(digested), 0, digested, 0);
    return createHash("sha256").update(buffer.subarray(0, bytesRead)).digest("hex");
  } finally {
    await file.close();
  }
}
