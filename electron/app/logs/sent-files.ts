// Files that a browser sends in portions, because it tells no paths -> masked copies. A portion is answered once it was taken
// in, so that a fast sender fills no memory.
import type { SourceNote } from "../../contract/opened-logs.ts";
import { type CopyPlace, copyPieces } from "./gather-files.ts";
import type { SourceFile } from "./log-source.ts";
import { unpackLog } from "./unpack-log.ts";

/** Sent at once by one window. */
const mostFiles = 256;

export class SentFiles {
  readonly #place: CopyPlace;
  readonly #files = new Map<string, SentFile>();
  #count = 0;

  constructor(place: CopyPlace) {
    this.#place = place;
  }

  begin(name: string, written: number): string | null {
    if (this.#files.size >= mostFiles) return null;
    const id = `sent-${++this.#count}`;
    this.#files.set(id, new SentFile({ name, written }, this.#place));
    return id;
  }

  /** Whether there is such a file; resolves once the portion is written. */
  async add(id: string, bytes: Uint8Array, isLast: boolean): Promise<boolean> {
    const file = this.#files.get(id);
    if (file === undefined) return false;
    await file.add(bytes, isLast);
    return true;
  }

  /** The logs in a file that was sent to its end; null for any other. */
  async take(id: string): Promise<readonly SourceFile[] | null> {
    const file = this.#files.get(id);
    this.#files.delete(id);
    return file === undefined ? null : file.finish();
  }
}

class SentFile {
  readonly #made: Promise<readonly SourceFile[]>;
  readonly #portions = new Portions();

  constructor(whole: { readonly name: string; readonly written: number }, place: CopyPlace) {
    this.#made = this.#copy(whole, place);
    // Said by whoever takes the file.
    this.#made.catch(() => this.#portions.giveUp());
  }

  async add(bytes: Uint8Array, isLast: boolean): Promise<void> {
    if (bytes.length > 0) await this.#portions.put(bytes);
    if (isLast) {
      this.#portions.end();
      await this.#made.catch(() => undefined);
    }
  }

  finish(): Promise<readonly SourceFile[]> {
    this.#portions.end();
    return this.#made;
  }

  async #copy(
    whole: { readonly name: string; readonly written: number },
    place: CopyPlace,
  ): Promise<readonly SourceFile[]> {
    const notes: SourceNote[] = [];
    const pieces = unpackLog(this.#portions.read(), (note) => notes.push(note));
    const files: SourceFile[] = [];
    for await (const file of copyPieces(pieces, { ...whole, notes }, place)) files.push(file);
    this.#portions.giveUp();
    return files.map((file) => ({ ...file, notes }));
  }
}

/** A queue of one: who puts waits until it is taken. */
class Portions {
  #waiting: { readonly bytes: Uint8Array; readonly taken: () => void } | null = null;
  #isOver = false;
  #wake: () => void = () => undefined;

  async put(bytes: Uint8Array): Promise<void> {
    if (this.#isOver) return;
    await new Promise<void>((taken) => {
      this.#waiting = { bytes, taken };
      this.#wake();
    });
  }

  async *read(): AsyncIterable<Uint8Array> {
    for (;;) {
      await this.#await();
      const portion = this.#waiting;
      if (portion === null) return;
      this.#waiting = null;
      try {
        yield portion.bytes;
      } finally {
        portion.taken();
      }
    }
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** Nobody reads on: whoever waits is let go. */
  giveUp(): void {
    this.#isOver = true;
    this.#waiting?.taken();
    this.#waiting = null;
  }

  async #await(): Promise<void> {
    while (this.#waiting === null && !this.#isOver) {
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }
}
