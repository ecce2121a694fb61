// One direction of a serial line: bytes leave at the pace of the baud rate, each at its own time.
//
//   push(bytes) --> [ queue, at most a tty's buffer before the sender is told to wait ] --> deliver(a few bytes a millisecond)

export interface LaneOptions {
  readonly baudRate: number;
  /** Milliseconds between leaving and arriving; the pace stays. */
  readonly delay: number;
  /** Nothing leaves before then, on the clock of performance.now(). */
  freeFrom(): number;
  deliver(bytes: Buffer): void;
  /** True: the sender must wait. False: it may go on. */
  onFull(full: boolean): void;
}

export interface Lane {
  push(bytes: Buffer): void;
  /** Resolves when everything pushed so far has arrived. */
  untilEmpty(): Promise<void>;
  stop(): void;
}

/** Start bit, eight data bits, stop bit. */
const bitsPerByte = 10;
/** A Linux tty keeps about so many bytes before a writer blocks. */
const bufferLimit = 4_096;
const tick = 1;

export function startLane(options: LaneOptions): Lane {
  const byteTime = (bitsPerByte * 1_000) / options.baudRate;
  let queue: Buffer = Buffer.alloc(0);
  let lineFreeAt = 0;
  let timer: NodeJS.Timeout | null = null;
  let inFlight = 0;
  let stopped = false;
  const waiting = new Set<() => void>();

  function arrive(bytes: Buffer): void {
    inFlight -= 1;
    if (!stopped) options.deliver(bytes);
    if (queue.length === 0 && inFlight === 0) {
      for (const resolve of waiting) resolve();
      waiting.clear();
    }
  }

  function pump(): void {
    timer = null;
    lineFreeAt = Math.max(lineFreeAt, options.freeFrom());
    const due = Math.min(queue.length, Math.floor((performance.now() - lineFreeAt) / byteTime));
    if (due > 0) {
      const bytes = queue.subarray(0, due);
      queue = queue.subarray(due);
      lineFreeAt += due * byteTime;
      inFlight += 1;
      if (options.delay === 0) arrive(bytes);
      else setTimeout(arrive, options.delay, bytes);
      if (queue.length < bufferLimit) options.onFull(false);
    }
    if (queue.length > 0) timer = setTimeout(pump, tick);
  }

  return {
    push(bytes) {
      if (queue.length === 0) lineFreeAt = Math.max(lineFreeAt, performance.now());
      queue = Buffer.concat([queue, bytes]);
      if (queue.length >= bufferLimit) options.onFull(true);
      timer ??= setTimeout(pump, tick);
    },
    untilEmpty() {
      if (stopped || (queue.length === 0 && inFlight === 0)) return Promise.resolve();
      return new Promise((resolve) => void waiting.add(resolve));
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const resolve of waiting) resolve();
    },
  };
}
