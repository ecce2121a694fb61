// Faults on demand: what a bad cable, a bad adapter or a bad day does to the bytes on the line.
//
//   port --to-terminal--> [ overrun ][ line faults ][ noise ] --> tty        (and the same back, without overrun)
//
// Offsets count the bytes of one direction since the terminal was made, from 0, over all connections.
import type { StepFault } from "./step-faults.ts";

export type Direction = "to-terminal" | "from-terminal";

export interface LineFault {
  readonly direction: Direction;
  /** The byte before which, or to which, it happens. */
  readonly at: number;
  readonly effect:
    | { readonly kind: "lose"; readonly count: number }
    /** Exclusive or with this mask. */
    | { readonly kind: "flip"; readonly mask: number }
    | { readonly kind: "repeat"; readonly times: number }
    | { readonly kind: "delay"; readonly milliseconds: number }
    /** Text from elsewhere, as the kernel puts it into the middle of a line. */
    | { readonly kind: "insert"; readonly text: string }
    /** The cable comes out; this byte and those after it are gone. */
    | { readonly kind: "cut" }
    | { readonly kind: "reboot" };
}

export interface TerminalFaults {
  readonly line?: readonly LineFault[];
  readonly steps?: readonly StepFault[];
  /** Random damage, the same for the same seed: about one byte in `every` is lost, flipped or repeated. */
  readonly noise?: { readonly seed: number; readonly every: number; readonly direction?: Direction };
  /** What arrives faster than this beyond a buffer is lost, as on a line without flow control. */
  readonly overrun?: { readonly bufferBytes: number; readonly bytesPerSecond: number };
  /** `stty -echo` claims to work, and the echo stays. */
  readonly echoStaysOn?: boolean;
}

export type LineEvent =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "delay"; readonly milliseconds: number }
  | { readonly kind: "cut" }
  | { readonly kind: "reboot" };

/** One direction of the line, with its faults and its place in the stream. */
export class FaultyLine {
  readonly #faults: readonly LineFault[];
  readonly #noise: (() => "lose" | "flip" | "repeat" | null) | null;
  #offset = 0;
  #losing = 0;

  constructor(direction: Direction, faults: TerminalFaults) {
    this.#faults = (faults.line ?? []).filter((fault) => fault.direction === direction);
    const { noise } = faults;
    const isNoisy = noise !== undefined && (noise.direction ?? direction) === direction;
    this.#noise = isNoisy ? makeNoise(noise.seed + (direction === "to-terminal" ? 0 : 1), noise.every) : null;
  }

  /** What becomes of these bytes, in order. After `cut` nothing of them is left. */
  pass(bytes: Uint8Array): readonly LineEvent[] {
    if (this.#faults.length === 0 && this.#noise === null) return [{ kind: "bytes", bytes }];
    const events: LineEvent[] = [];
    let run: number[] = [];
    const flush = (): void => {
      if (run.length > 0) events.push({ kind: "bytes", bytes: Uint8Array.from(run) });
      run = [];
    };
    for (const byte of bytes) {
      const result = this.#passByte(byte);
      run.push(...result.before);
      if (result.event !== null) {
        flush();
        events.push(result.event);
        if (result.event.kind === "cut") return events;
      }
      run.push(...result.bytes);
    }
    flush();
    return events;
  }

  #passByte(received: number) {
    let bytes: readonly number[] = [received];
    let before: readonly number[] = [];
    let event: LineEvent | null = null;
    for (const { at, effect } of this.#faults) {
      if (at !== this.#offset) continue;
      if (effect.kind === "lose") this.#losing = Math.max(this.#losing, effect.count);
      else if (effect.kind === "flip") bytes = bytes.map((byte) => byte ^ effect.mask);
      else if (effect.kind === "repeat") bytes = Array.from({ length: effect.times + 1 }, () => received);
      else if (effect.kind === "insert") before = [...before, ...new TextEncoder().encode(effect.text)];
      else event = effect;
    }
    this.#offset += 1;
    const damage = this.#noise?.() ?? null;
    if (damage === "flip") bytes = bytes.map((byte) => byte ^ 0x10);
    if (damage === "repeat") bytes = [...bytes, ...bytes];
    const isLost = this.#losing > 0 || damage === "lose";
    this.#losing = Math.max(0, this.#losing - 1);
    return { before, event, bytes: isLost ? [] : bytes };
  }
}

/** A receive buffer that a slow reader empties at a steady rate; what does not fit is lost. */
export class ReceiveBuffer {
  readonly #size: number;
  readonly #bytesPerMillisecond: number;
  readonly #now: () => number;
  #held = 0;
  #at: number;

  constructor(overrun: NonNullable<TerminalFaults["overrun"]>, now: () => number) {
    this.#size = overrun.bufferBytes;
    this.#bytesPerMillisecond = overrun.bytesPerSecond / 1000;
    this.#now = now;
    this.#at = now();
  }

  take(bytes: Uint8Array): Uint8Array {
    const now = this.#now();
    this.#held = Math.max(0, this.#held - (now - this.#at) * this.#bytesPerMillisecond);
    this.#at = now;
    const fits = Math.max(0, Math.floor(this.#size - this.#held));
    const taken = bytes.subarray(0, fits);
    this.#held += taken.length;
    return taken;
  }
}

function makeNoise(seed: number, every: number): () => "lose" | "flip" | "repeat" | null {
  const random = makeRandom(seed);
  const kinds = ["lose", "flip", "repeat"] as const;
  return () => (random() * every < 1 ? (kinds[Math.floor(random() * kinds.length)] ?? null) : null);
}

/** mulberry32: small, fast and the same everywhere; nothing secret depends on it. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
