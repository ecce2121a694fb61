import { randomFillSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Surroundings } from "../core/bytes/surroundings.ts";

/** Milliseconds: a timer that is so late was not the only one to wait; what a port has got is here after the other. */
const heldUp = 50;
const hearing = 50;

/** The real clock and the system's randomness. */
export const nodeSurroundings: Surroundings = {
  clock: {
    now: () => performance.now(),
    wallTime: () => Date.now(),
    delay: async (milliseconds, signal) => {
      const stop = signal ? { signal } : {};
      const due = performance.now() + milliseconds;
      await sleep(milliseconds, undefined, stop);
      // A PC that slept or was held up takes note of the time first, and of what came in meanwhile only then.
      if (performance.now() - due > heldUp) await sleep(hearing, undefined, stop);
    },
  },
  random: (length) => randomFillSync(new Uint8Array(length)),
};
