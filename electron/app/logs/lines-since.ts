// Which lines of a log were written from a time on; a line without a time goes with the one before it.
import type { LineFormat } from "../../core/logs/formats/line-format.ts";
import { readLine, recogniseFormats } from "../../core/logs/formats/recognise.ts";
import { TimeLine, type TimeOptions } from "../../core/logs/time/time-line.ts";

export class LinesSince {
  readonly #from: number;
  readonly #times: TimeLine;
  #formats: readonly LineFormat[] = [];
  #line = 0;
  #isIn = false;

  /** Milliseconds since 1970, and what is known of the log's clock. */
  constructor(from: number, options: TimeOptions) {
    this.#from = from;
    this.#times = new TimeLine(options);
  }

  /** Lines come in order. */
  holds(line: string): boolean {
    this.#line += 1;
    if (this.#formats.length === 0) this.#formats = recogniseFormats([line]);
    const time = this.#times.place(readLine(line, this.#formats)?.time ?? null, this.#line);
    if (!Number.isNaN(time)) this.#isIn = time >= this.#from;
    return this.#isIn;
  }
}
