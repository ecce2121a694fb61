// Where every line of a log begins, when it was written and what it means, in typed arrays: 17 octets a line, so that five
// million lines need 85 MB and no line's text is held. Lines are read from the file when they are shown, and masked then.

export interface IndexedLine {
  /** Place of its first byte in the (unpacked) file. */
  readonly from: number;
  /** Milliseconds since 1970, or NaN. */
  readonly time: number;
  /** 1 + the place of its pattern in the list of patterns; 0 for a line that means nothing. */
  readonly pattern: number;
}

const firstSize = 1 << 16;

export class LogIndex {
  #starts = new Float64Array(firstSize);
  #times = new Float64Array(firstSize);
  #patterns = new Uint8Array(firstSize);
  #lines = 0;
  #bytes = 0;

  get lines(): number {
    return this.#lines;
  }

  /** Bytes of all lines, their ends included. */
  get bytes(): number {
    return this.#bytes;
  }

  add({ from, time, pattern }: IndexedLine, end: number): void {
    if (this.#lines === this.#starts.length) this.#grow();
    this.#starts[this.#lines] = from;
    this.#times[this.#lines] = time;
    this.#patterns[this.#lines] = pattern;
    this.#lines++;
    this.#bytes = end;
  }

  /** Line number from 0. */
  read(line: number): IndexedLine & { readonly to: number } {
    const isLast = line + 1 >= this.#lines;
    return {
      from: this.#starts[line] ?? 0,
      to: isLast ? this.#bytes : (this.#starts[line + 1] ?? 0),
      time: this.#times[line] ?? Number.NaN,
      pattern: this.#patterns[line] ?? 0,
    };
  }

  /** Numbers of all lines with a meaning, for the list beside the text. */
  listMeaningful(): Uint32Array {
    const found: number[] = [];
    for (let line = 0; line < this.#lines; line++) if (this.#patterns[line] !== 0) found.push(line);
    return Uint32Array.from(found);
  }

  /** The first line at or after a time, for logs whose clock runs forward; lines without time count as their forerunners. */
  findTime(time: number): number {
    let [low, high] = [0, this.#lines];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] ?? Number.NaN) >= time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const [starts, times, patterns] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
    starts.set(this.#starts);
    times.set(this.#times);
    patterns.set(this.#patterns);
    [this.#starts, this.#times, this.#patterns] = [starts, times, patterns];
  }
}
