// Where every line of a log begins, when it was written, by whom and what it means, in typed arrays: 20 octets a line, so that
// five million lines need 100 MB and no line's text is held. Lines are read from the file when they are shown, and masked then.
import { putBack } from "../time/time-line.ts";

export interface IndexedLine {
  /** Place of its first byte in the (unpacked) file. */
  readonly from: number;
  /** Milliseconds since 1970, or NaN. */
  readonly time: number;
  /** Place of its meaning in the list of meanings; 0 for a line that means nothing. */
  readonly meaning: number;
  /** Place of its source and severity in the list of tags; 0 where it has neither. */
  readonly tag: number;
}

const firstSize = 1 << 16;
const growth = 1.5;

export class LogIndex {
  #starts = new Float64Array(firstSize);
  #times = new Float64Array(firstSize);
  #meanings = new Uint16Array(firstSize);
  #tags = new Uint16Array(firstSize);
  #lines = 0;
  #bytes = 0;
  /** Years to put all times back by, known once the last line is. */
  yearsTooLate = 0;

  get lines(): number {
    return this.#lines;
  }

  /** Bytes of all lines, their ends included. */
  get bytes(): number {
    return this.#bytes;
  }

  add({ from, time, meaning, tag }: IndexedLine, end: number): void {
    if (this.#lines === this.#starts.length) this.#grow();
    this.#starts[this.#lines] = from;
    this.#times[this.#lines] = time;
    this.#meanings[this.#lines] = meaning;
    this.#tags[this.#lines] = tag;
    this.#lines++;
    this.#bytes = end;
  }

  /** Line number from 0. */
  read(line: number): IndexedLine & { readonly to: number } {
    const isLast = line + 1 >= this.#lines;
    return {
      from: this.#starts[line] ?? 0,
      to: isLast ? this.#bytes : (this.#starts[line + 1] ?? 0),
      time: this.timeAt(line),
      meaning: this.#meanings[line] ?? 0,
      tag: this.#tags[line] ?? 0,
    };
  }

  timeAt(line: number): number {
    const time = this.#times[line] ?? Number.NaN;
    return this.yearsTooLate === 0 ? time : putBack(time, this.yearsTooLate);
  }

  meaningAt(line: number): number {
    return this.#meanings[line] ?? 0;
  }

  tagAt(line: number): number {
    return this.#tags[line] ?? 0;
  }

  /** Numbers of all lines with a meaning, for the list beside the text. */
  listMeaningful(): Uint32Array {
    const found: number[] = [];
    for (let line = 0; line < this.#lines; line++) if (this.#meanings[line] !== 0) found.push(line);
    return Uint32Array.from(found);
  }

  /** The first line at or after a time, for logs whose clock runs forward; lines without time count as their forerunners. */
  findTime(time: number): number {
    let [low, high] = [0, this.#lines];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.timeAt(middle) >= time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The last line that begins at or before a place in the file. */
  findPlace(place: number): number {
    let [low, high] = [0, this.#lines - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #grow(): void {
    const size = Math.ceil(this.#starts.length * growth);
    const enlarge = <Kind extends Float64Array | Uint16Array>(array: Kind, larger: Kind): Kind => {
      larger.set(array);
      return larger;
    };
    this.#starts = enlarge(this.#starts, new Float64Array(size));
    this.#times = enlarge(this.#times, new Float64Array(size));
    this.#meanings = enlarge(this.#meanings, new Uint16Array(size));
    this.#tags = enlarge(this.#tags, new Uint16Array(size));
  }
}
