// Times of lines in order -> milliseconds since 1970, with what is missing worked out.
//
//   no year        the year in which the last line is not in the future; a step back of half a year is a new one
//   time of day    today as of the reference, and the day before wherever the clock passes midnight
//   since start    from 1970 on, which is no date: differences and restarts are right, dates are not known
import type { WallTime } from "./wall-time.ts";

export interface TimeOptions {
  /** When the log was last written to, milliseconds since 1970; nothing in it is later. */
  readonly reference: number;
  /** Minutes east of UTC where lines say nothing. */
  readonly offset: number;
  /** Milliseconds by which the terminal's clock is ahead of the PC's: taken off. */
  readonly ahead: number;
}

export interface Jump {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
const halfYear = 183 * day;
/** The clock stood still, or it was set: more than this back, or this forward, is worth a mark. */
const smallestStepBack = 2_000;
const smallestGap = 3_600_000;
const mostJumps = 1_000;

export class TimeLine {
  readonly #options: TimeOptions;
  #base: number;
  #last = Number.NaN;
  #lastDay = 0;
  #daysPassed = 0;
  #yearsPassed = 0;
  #lacksYear = false;
  #written: number;
  readonly jumps: Jump[] = [];

  constructor(options: TimeOptions) {
    this.#options = options;
    this.#written = options.reference;
    this.#base = new Date(options.reference + options.offset * 60_000).getUTCFullYear();
  }

  /** Milliseconds since 1970, or NaN; lines come in order. */
  place(time: WallTime | null, line: number): number {
    if (time === null) return Number.NaN;
    const placed = this.#read(time) - this.#options.ahead;
    this.#watch(placed, line);
    this.#last = placed;
    return placed;
  }

  /** The log was written to again since. */
  noteWritten(at: number): void {
    this.#written = Math.max(this.#written, at);
  }

  /** Years to put the whole log back by, once its last line is known: nothing in it is in the future. */
  get yearsTooLate(): number {
    let years = 0;
    const latest = this.#written + day;
    while (this.#lacksYear && putBack(this.#last, years) > latest) years++;
    return years;
  }

  #read(time: WallTime): number {
    const zone = this.#options.offset * 60_000;
    if ("sinceStart" in time) return time.sinceStart;
    if ("timeOfDay" in time) return this.#readTimeOfDay(time.timeOfDay) - zone;
    const offset = time.offset === null ? zone : time.offset * 60_000;
    if (time.year > 0) return Date.UTC(time.year, time.month - 1, time.day) + time.millisecond - offset;
    this.#lacksYear = true;
    const inYear = (): number =>
      Date.UTC(this.#base + this.#yearsPassed, time.month - 1, time.day) + time.millisecond - offset;
    if (inYear() < this.#last - halfYear) this.#yearsPassed++;
    return inYear();
  }

  #readTimeOfDay(timeOfDay: number): number {
    if (timeOfDay < this.#lastDay - day / 2) this.#daysPassed++;
    this.#lastDay = timeOfDay;
    const today = Math.floor((this.#options.reference + this.#options.offset * 60_000) / day);
    return (today + this.#daysPassed) * day + timeOfDay;
  }

  #watch(placed: number, line: number): void {
    const step = placed - this.#last;
    if ((step < -smallestStepBack || step > smallestGap) && this.jumps.length < mostJumps) {
      this.jumps.push({ line, from: this.#last, to: placed });
    }
  }
}

/** The same day and time `years` before. */
export function putBack(time: number, years: number): number {
  const date = new Date(time);
  return years === 0 || Number.isNaN(time) ? time : date.setUTCFullYear(date.getUTCFullYear() - years);
}
