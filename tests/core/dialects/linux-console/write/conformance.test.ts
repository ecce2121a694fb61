import { describe } from "vitest";
import { situations, testConformance } from "./conformance-suite.ts";
import { obstacle } from "./private-shell.ts";

describe.skipIf(obstacle !== null)("the simulation's terminal and the real scripts", () => {
  // Two files that must not part; tests/long has the rest.
  testConformance(
    [2],
    situations.filter(([name]) => name === "applying" || name === "confirming"),
  );
});
