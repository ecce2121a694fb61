// A barcode scanner is a keyboard that types faster than anybody: what comes in one burst and ends with Enter was scanned.
/** Milliseconds between two keys of a scanner, at most; people need more than that for several keys in a row. */
export const scannerGap = 60;
/** A serial number is longer than what a hand types by accident. */
const shortest = 4;

export class KeyBurst {
  #text = "";
  #last = Number.NEGATIVE_INFINITY;

  /** `at`: milliseconds of a clock that does not jump. */
  add(key: string, at: number): void {
    if (at - this.#last > scannerGap) this.#text = "";
    this.#text += key;
    this.#last = at;
  }

  /** At Enter: what was scanned; null when a person pressed it. */
  end(at: number): string | null {
    const text = at - this.#last > scannerGap ? "" : this.#text.trim();
    this.#text = "";
    return text.length < shortest ? null : text;
  }

  /** Whether more than one key came: then it is no shortcut. */
  get isBurst(): boolean {
    return this.#text.length > 1;
  }
}
