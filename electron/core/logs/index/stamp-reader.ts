// The times of millions of lines. A format's own reader makes objects of each line's text; here a line whose stamp has the
// same minute as the one before, byte by byte, costs two digits.
//
//   Nov 22 10:31:05 terminal ...      the same up to here: `Nov 22 10:31:`, then the seconds, then perhaps `.123`
import type { LineFormat } from "../formats/line-format.ts";
import { readLine } from "../formats/recognise.ts";
import type { LineText } from "../text/line-text.ts";
import type { TimeLine } from "../time/time-line.ts";

/** As much of a line as the longest stamp and the words that prove it need. */
const longestStamp = 96;
const clock = /\d\d:\d\d:(?=\d\d)/;

export interface StampSource {
  readonly text: LineText;
  readonly times: TimeLine;
  readonly formats: readonly LineFormat[];
}

export class StampReader {
  readonly #source: StampSource;
  readonly #before = new Uint8Array(longestStamp);
  /** Bytes up to the seconds; 0 where the stamp before had none. */
  #length = 0;
  #minute = Number.NaN;
  #lines = 0;

  /** Bytes of the line read last that its time takes, but for the seconds' fraction; 0 where that is not known. */
  get stampLength(): number {
    return this.#length === 0 ? 0 : this.#length + 2;
  }

  constructor(source: StampSource) {
    this.#source = source;
  }

  /** The last line is read again. */
  takeBack(): void {
    this.#lines--;
  }

  /** Milliseconds since 1970 of the line between the two places; NaN where it has no time. Lines come in order. */
  read(bytes: Uint8Array, from: number, to: number): number {
    this.#lines++;
    const length = this.#length;
    const seconds = from + length;
    if (length === 0 || to - seconds < 2) return this.#readSlowly(bytes, from, to);
    for (let at = 0; at < length; at++) {
      if (bytes[from + at] !== this.#before[at]) return this.#readSlowly(bytes, from, to);
    }
    const value = (digit(bytes, seconds) * 10 + digit(bytes, seconds + 1)) * 1000;
    if (bytes[seconds + 2] !== 0x2e || seconds + 5 >= to) return this.#minute + value;
    const fraction = digit(bytes, seconds + 3) * 100 + digit(bytes, seconds + 4) * 10 + digit(bytes, seconds + 5);
    return this.#minute + value + (fraction >= 0 && fraction < 1000 ? fraction : 0);
  }

  #readSlowly(bytes: Uint8Array, from: number, to: number): number {
    const { text, times, formats } = this.#source;
    const start = text.read(bytes.subarray(from, Math.min(to, from + longestStamp)));
    const placed = times.place(readLine(start, formats).time, this.#lines);
    const found = clock.exec(start);
    const isKept = found !== null && !Number.isNaN(placed) && found.index < 40;
    this.#length = isKept ? found.index + found[0].length : 0;
    this.#before.set(bytes.subarray(from, from + this.#length));
    this.#minute = placed - (((placed % 60_000) + 60_000) % 60_000);
    return placed;
  }
}

function digit(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) - 0x30;
}
