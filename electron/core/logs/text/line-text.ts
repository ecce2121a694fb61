// Bytes of a line -> text. UTF-8, and GB18030 where it is not that; a line that is neither keeps what can be read.

export class LineText {
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  readonly #gb18030 = new TextDecoder("gb18030", { fatal: true });
  readonly #forgiving = new TextDecoder("utf-8");
  #wasUtf8 = true;

  /** Whether the line read last was UTF-8. */
  get wasUtf8(): boolean {
    return this.#wasUtf8;
  }

  /** Control characters stay: whoever shows the line shows them as text. */
  read(bytes: Uint8Array): string {
    try {
      this.#wasUtf8 = true;
      return this.#utf8.decode(bytes);
    } catch {
      this.#wasUtf8 = false;
      return this.#readOther(bytes);
    }
  }

  #readOther(bytes: Uint8Array): string {
    try {
      return this.#gb18030.decode(bytes);
    } catch {
      return this.#forgiving.decode(bytes);
    }
  }
}
