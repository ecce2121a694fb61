/** Time, handed in so that core stays pure and tests own it. */
export interface Clock {
  /** Milliseconds that only grow, from an arbitrary start. */
  now(): number;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  wallTime(): number;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted first. */
  delay(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Unguessable bytes, handed in for the same reason. */
export type RandomBytes = (length: number) => Uint8Array;

export interface Surroundings {
  readonly clock: Clock;
  readonly random: RandomBytes;
}
