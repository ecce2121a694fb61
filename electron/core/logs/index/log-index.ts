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

/** Lines of a chunk: what stands in one never moves, so that a growing index leaves nothing behind to be cleared away. */
const chunkBits = 16;
const chunkLines = 1 << chunkBits;
const withinChunk = chunkLines - 1;

interface Chunk {
  readonly starts: Float64Array;
  readonly times: Float64Array;
  readonly meanings: Uint16Array;
  readonly tags: Uint16Array;
}

export class LogIndex {
  readonly #chunks: Chunk[] = [];
  #last = makeChunk(0);
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
    const at = this.#lines & withinChunk;
    if (at === 0) this.#chunks.push((this.#last = makeChunk(chunkLines)));
    const { starts, times, meanings, tags } = this.#last;
    starts[at] = from;
    times[at] = time;
    meanings[at] = meaning;
    tags[at] = tag;
    this.#lines++;
    this.#bytes = end;
  }

  /** The last line is not over: it is read again with what was added to it. */
  takeBack(): void {
    if (this.#lines === 0) return;
    this.#lines--;
    this.#bytes = this.#startAt(this.#lines);
    if ((this.#lines & withinChunk) !== 0) return;
    this.#chunks.pop();
    this.#last = this.#chunks.at(-1) ?? makeChunk(0);
  }

  /** Line number from 0. */
  read(line: number): IndexedLine & { readonly to: number } {
    const isLast = line + 1 >= this.#lines;
    return {
      from: this.#startAt(line),
      to: isLast ? this.#bytes : this.#startAt(line + 1),
      time: this.timeAt(line),
      meaning: this.meaningAt(line),
      tag: this.tagAt(line),
    };
  }

  timeAt(line: number): number {
    const time = this.#chunks[line >> chunkBits]?.times[line & withinChunk] ?? Number.NaN;
    return this.yearsTooLate === 0 ? time : putBack(time, this.yearsTooLate);
  }

  meaningAt(line: number): number {
    return this.#chunks[line >> chunkBits]?.meanings[line & withinChunk] ?? 0;
  }

  tagAt(line: number): number {
    return this.#chunks[line >> chunkBits]?.tags[line & withinChunk] ?? 0;
  }

  /** Numbers of all lines with a meaning, for the list beside the text. */
  listMeaningful(): Uint32Array {
    const found: number[] = [];
    for (let line = 0; line < this.#lines; line++) if (this.meaningAt(line) !== 0) found.push(line);
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
      if (this.#startAt(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #startAt(line: number): number {
    return this.#chunks[line >> chunkBits]?.starts[line & withinChunk] ?? 0;
  }
}

function makeChunk(lines: number): Chunk {
  return {
    starts: new Float64Array(lines),
    times: new Float64Array(lines),
    meanings: new Uint16Array(lines),
    tags: new Uint16Array(lines),
  };
}
