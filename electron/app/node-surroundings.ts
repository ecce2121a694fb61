import { randomFillSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Surroundings } from "../core/bytes/surroundings.ts";

/** The real clock and the system's randomness. */
export const nodeSurroundings: Surroundings = {
  clock: {
    now: () => performance.now(),
    wallTime: () => Date.now(),
    delay: async (milliseconds, signal) => {
      await sleep(milliseconds, undefined, signal ? { signal } : {});
    },
  },
  random: (length) => randomFillSync(new Uint8Array(length)),
};
