// kill -9 of the app at every step of a push on a real console, and the next start settles it.
import { describe, expect, test } from "vitest";
import { killPush, newState, oldState } from "../peers/killed-push.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("console");

describe.skipIf(obstacle !== null)(`a killed push${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for(["Sending the new", "goes back to its old", "Trying the new", "Reading back…", "Making them last"])(
    "killed at '%s', it ends with all old or all new settings, and says which",
    async (moment) => {
      const { killed, refused, resumed, outcome, state } = await killPush(moment);
      expect([oldState, newState]).toContain(state);
      expect([killed, refused, resumed, outcome]).toEqual(
        state === oldState ? [null, 6, 4, "rolled-back"] : [null, 6, 0, "confirmed"],
      );
    },
  );
});
