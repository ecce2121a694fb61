import { describe, expect, test } from "vitest";
import { findObstacle } from "../system-packages.ts";
import { type Cut, cutAndResume, type Settled, newState, oldState } from "./cut-and-resume.ts";

const obstacle = findObstacle("console");

describe.skipIf(obstacle !== null)("a push that was cut off on a real console", () => {
  test.for([
    ["dash", "writing"],
    ["busybox-ash", "writing"],
    ["dash", "verifying"],
    ["busybox-ash", "verifying"],
  ] as const)("%s: when the cable is pulled while %s, the next connection takes it back", async ([shell, stage]) => {
    expect(await cutAndResume({ shell, stage, after: 0 })).toEqual({
      pushed: "unknown",
      settled: "rolled-back",
      said: "rolled-back",
      seen: oldState,
      left: null,
    });
  });

  test.for(["dash", "busybox-ash"] as const)(
    "%s: when the cable is pulled behind the confirmation, the next connection finishes it",
    async (shell) => {
      expect(await cutBehindConfirmation(shell)).toEqual({
        pushed: "unknown",
        settled: "confirmed",
        said: "confirmed",
        seen: newState,
        left: null,
      });
    },
  );
});

/** The confirmation takes some hundredths of a second, on a quiet machine fewer: the first moment that lies within it. */
async function cutBehindConfirmation(shell: Cut["shell"]): Promise<Settled> {
  const moments = [25, 12, 6, 3];
  for (const after of moments) {
    const settled = await cutAndResume({ shell, stage: "confirming", after });
    if (settled.pushed === "unknown" || after === moments.at(-1)) return settled;
  }
  throw new Error("no moment");
}
