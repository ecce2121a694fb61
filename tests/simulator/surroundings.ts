// Time and randomness for simulator tests: real time, because nothing here waits long, and bytes from a counter.
import type { Surroundings } from "../../electron/core/bytes/surroundings.ts";

export function makeSurroundings(seed = 1): Surroundings {
  let state = seed >>> 0;
  return {
    clock: {
      now: () => performance.now(),
      wallTime: () => Date.now(),
      delay: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          signal?.throwIfAborted();
          const timer = setTimeout(resolve, milliseconds);
          signal?.addEventListener(
            "abort",
            () => {
              clearTimeout(timer);
              reject(new Error("stopped", { cause: signal.reason }));
            },
            { once: true },
          );
        }),
    },
    random: (length) =>
      Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      }),
  };
}
