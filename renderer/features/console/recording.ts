// What a console said, line by line with the time at which each began, as a text file. It comes masked.

/** Characters; of more the oldest go. */
const longest = 16 * 1024 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences and lone control characters do not belong in a text file
const unprintable =
  /\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^[\]])|[\x00-\x08\x0b-\x1f\x7f]/g;

export class Recording {
  #pieces: string[] = [];
  #length = 0;
  #isLineStart = true;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** `at`: ISO 8601. */
  add(at: string, text: string): void {
    for (const part of text.replace(unprintable, "").split(/(?<=\n)/)) {
      if (part === "") continue;
      const piece = this.#isLineStart ? `${at}  ${part}` : part;
      this.#isLineStart = part.endsWith("\n");
      this.#pieces.push(piece);
      this.#length += piece.length;
    }
    while (this.#length > longest) this.#length -= this.#pieces.shift()?.length ?? 0;
  }

  print(): string {
    return this.#pieces.join("");
  }
}
