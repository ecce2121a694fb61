// One direction of the line in time: what enters arrives in order, no sooner than the line's speed and length allow.
import type { Clock } from "../core/bytes/surroundings.ts";
import type { LineEvent } from "./faults.ts";

export interface LineSpeed {
  /** Milliseconds on the way. */
  readonly latency: number;
  /** Null: as fast as may be. */
  readonly bytesPerSecond: number | null;
}

interface Underway {
  readonly event: LineEvent;
  readonly due: number;
  readonly arrived: () => void;
}

// Long runs travel in pieces, as a port hands them over.
const pieceBytes = 64;
// Less than a timer can measure: such waits add up in `due` instead.
const shortestWait = 1;

export class DelayedLine {
  readonly #clock: Clock;
  readonly #speed: LineSpeed;
  readonly #arrive: (event: LineEvent) => void;
  readonly #underway: Underway[] = [];
  #freeAt = Number.NEGATIVE_INFINITY;
  #isMoving = false;

  constructor(clock: Clock, speed: LineSpeed, arrive: (event: LineEvent) => void) {
    this.#clock = clock;
    this.#speed = speed;
    this.#arrive = arrive;
  }

  /** Resolves when all of it has arrived. */
  send(events: readonly LineEvent[]): Promise<void> {
    const pieces = events.flatMap((event) => this.#cut(event));
    if (pieces.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      pieces.forEach((event, at) => {
        const arrived = at === pieces.length - 1 ? resolve : () => undefined;
        this.#underway.push({ event, due: this.#dueOf(event), arrived });
      });
      if (!this.#isMoving) void this.#move();
    });
  }

  #cut(event: LineEvent): readonly LineEvent[] {
    if (event.kind !== "bytes" || this.#speed.bytesPerSecond === null) return [event];
    const pieces: LineEvent[] = [];
    for (let at = 0; at < event.bytes.length; at += pieceBytes) {
      pieces.push({ kind: "bytes", bytes: event.bytes.subarray(at, at + pieceBytes) });
    }
    return pieces;
  }

  #dueOf(event: LineEvent): number {
    const { latency, bytesPerSecond } = this.#speed;
    const start = Math.max(this.#freeAt, this.#clock.now());
    const length = event.kind === "bytes" ? event.bytes.length : 0;
    const takes =
      event.kind === "delay" ? event.milliseconds : bytesPerSecond === null ? 0 : (length * 1000) / bytesPerSecond;
    this.#freeAt = start + takes;
    return this.#freeAt + latency;
  }

  async #move(): Promise<void> {
    this.#isMoving = true;
    for (let next = this.#underway[0]; next !== undefined; next = this.#underway[0]) {
      const wait = next.due - this.#clock.now();
      if (wait >= shortestWait) await this.#clock.delay(wait);
      this.#underway.shift();
      if (next.event.kind !== "delay") this.#arrive(next.event);
      next.arrived();
    }
    this.#isMoving = false;
  }
}
