import { setTimeout as sleep } from "node:timers/promises";
import type { Surroundings } from "../../electron/core/bytes/surroundings.ts";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";

/** A clock that runs `factor` times as fast as the real one, so that waits for silence do not cost a test real time. */
export function hurry(factor: number): Surroundings {
  return {
    random: nodeSurroundings.random,
    clock: {
      now: () => performance.now() * factor,
      wallTime: () => Date.now(),
      delay: async (milliseconds, signal) => {
        await sleep(milliseconds / factor, undefined, signal ? { signal } : {});
      },
    },
  };
}
