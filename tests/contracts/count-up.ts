// Randomness that is the same every time, for exchanges that are recorded and replayed: a dialect's markers are then known.
import type { RandomBytes } from "../../electron/core/bytes/surroundings.ts";

export function countUp(): RandomBytes {
  let next = 0;
  return (length) => Uint8Array.from({ length }, () => next++ & 0xff);
}
