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
}

/** Of a log's beginning: what is added to it later does not make it another one. */
const digested = 64 * 1024;

export class LogSource {
  readonly name: string;
  readonly path: string;
  readonly notes: Set<SourceNote>;
  readonly digest: string;
  readonly expected: number;
  readonly #written: number;
  #placement: Placement;
  #log: IndexedLog;

  private constructor(
    file: SourceFile,
    placement: Placement,
    made: { readonly log: IndexedLog; readonly digest: string; readonly size: number },
  ) {
    this.name = file.name;
    this.path = file.path;
    this.notes = new Set(file.notes);
    this.#written = file.written;
    this.#placement = placement;
    this.#log = made.log;
    this.digest = made.digest;
    this.expected = made.size;
  }

  /** Throws what opening a file throws. */
  static async open(file: SourceFile, placement: Placement): Promise<LogSource> {
    const log = await IndexedLog.open(file.path, { reference: file.written, ...placement });
    return new LogSource(file, placement, {
      log,
      digest: await digestBeginning(file.path),
      size: (await stat(file.path)).size,
    });
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
