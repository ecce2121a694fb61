// A push on a real console, cut off at many moments and in several ways: the next connection ends it, and the journal, what
// runs and what persists agree.
import { describe, expect, test } from "vitest";
import { cutAndResume, newState, oldState } from "../peers/main-job/cut-and-resume.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("console");
const stages = ["arming", "writing", "verifying", "confirming"] as const;
/** Milliseconds into each of them. */
const moments = [0, 40, 200];
const folder = "/run/counterpart";
const ways = [
  ["the cable is pulled", undefined],
  ["the script is killed", `kill -9 $(cut -d ' ' -f 1 ${folder}/worker)`],
  ["the watchdog is killed", `kill -9 $(cut -d ' ' -f 1 ${folder}/guard)`],
  ["the line's shell is killed", `kill -9 $(cut -d ' ' -f 1 ${folder}/pid)`],
] as const;

describe.skipIf(obstacle !== null)("a push that is cut off on a real console", () => {
  test.for(
    ways.flatMap(([way, instead]) => (["dash", "busybox-ash"] as const).map((shell) => [shell, way, instead] as const)),
  )("%s: when %s, all ends old or all ends new", async ([shell, , instead]) => {
    const ends: unknown[] = [];
    for (const stage of stages) {
      for (const after of moments) {
        const cut = { shell, stage, after, ...(instead === undefined ? {} : { instead }) };
        const { said, seen, settled } = await cutAndResume(cut);
        const isRight = said === "confirmed" ? seen === newState : seen === oldState;
        const isKnown = said === "confirmed" || said === "rolled-back" || said === "refused";
        if (!isRight || !isKnown) ends.push({ stage, after, said, seen, settled });
      }
    }
    expect(ends).toEqual([]);
  });
});
