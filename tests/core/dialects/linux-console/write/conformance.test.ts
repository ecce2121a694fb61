import { describe } from "vitest";
import { testConformance } from "./conformance-suite.ts";
import { obstacle } from "./private-shell.ts";

describe.skipIf(obstacle !== null)("the simulation's terminal and the real scripts", () => {
  // One file, and two that must not part; tests/long has the rest.
  testConformance([1, 2]);
});
