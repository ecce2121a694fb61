// Portions of the logs in a file, and each log's own portions.

/** A portion of a log. */
export interface Piece {
  /** Its name in the archive; null where there is none. */
  readonly entry: string | null;
  readonly bytes: Uint8Array;
}

/** One log of an archive; what is not read of it is passed over. */
export interface Entry {
  readonly entry: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export async function* splitEntries(pieces: AsyncIterable<Piece>): AsyncIterable<Entry> {
  const reader = new PieceReader(pieces[Symbol.asyncIterator]());
  try {
    while ((await reader.next()) !== null) {
      const { entry } = reader;
      yield { entry, bytes: reader.readEntry(entry) };
      while ((await reader.next()) !== null && reader.entry === entry) reader.pass();
    }
  } finally {
    await reader.close();
  }
}

class PieceReader {
  readonly #pieces: AsyncIterator<Piece>;
  #waiting: Piece | null = null;
  #coming: Promise<Piece | null> | null = null;

  constructor(pieces: AsyncIterator<Piece>) {
    this.#pieces = pieces;
  }

  get entry(): string | null {
    return this.#waiting?.entry ?? null;
  }

  /** The piece that comes next, left where it is. Two who ask at once are told of the same one. */
  async next(): Promise<Piece | null> {
    if (this.#waiting !== null) return this.#waiting;
    this.#coming ??= this.#pieces.next().then((next) => (next.done === true ? null : next.value));
    const coming = this.#coming;
    const piece = await coming;
    if (this.#coming === coming) {
      this.#coming = null;
      this.#waiting = piece;
    }
    return this.#waiting;
  }

  pass(): void {
    this.#waiting = null;
  }

  async *readEntry(entry: string | null): AsyncIterable<Uint8Array> {
    for (;;) {
      const piece = await this.next();
      if (piece === null || piece.entry !== entry) return;
      this.pass();
      yield piece.bytes;
    }
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
