// A barcode scanner is a keyboard that types faster than anybody: what comes at its pace and ends with Enter was scanned.
/** Milliseconds between two keys of a scanner, as a rule; people need more than that. */
const pace = 60;
/** What comes after such a rest is something else. Longer than a busy computer falters: half a serial number is another's. */
export const rest = 300;
/** A serial number is longer than what a hand types by accident. */
const shortest = 4;

export class KeyBurst {
  #text = "";
  #gaps: number[] = [];
  #last = Number.NEGATIVE_INFINITY;

  /** `at`: milliseconds of a clock that does not jump. */
  add(key: string, at: number): void {
    if (at - this.#last > rest) this.#clear();
    else this.#gaps.push(at - this.#last);
    this.#text += key;
    this.#last = at;
  }

  /** At Enter: what was scanned; null when a person pressed it. */
  end(at: number): string | null {
    const text = this.#text.trim();
    const isFresh = at - this.#last <= rest;
    const median = this.#gaps.toSorted((one, other) => one - other)[Math.floor(this.#gaps.length / 2)];
    this.#clear();
    return isFresh && text.length >= shortest && median !== undefined && median <= pace ? text : null;
  }

  /** Whether more than one key came: then it is no shortcut. */
  get isBurst(): boolean {
    return this.#text.length > 1;
  }

  #clear(): void {
    this.#text = "";
    this.#gaps = [];
  }
}
