// The push simulation proves only what the real scripts have confirmed: every kill, on every shell, with up to three files.
import { describe } from "vitest";
import { testConformance } from "../core/dialects/linux-console/write/conformance-suite.ts";
import { obstacle } from "../core/dialects/linux-console/write/private-shell.ts";

describe.skipIf(obstacle !== null)("the simulation's terminal and the real scripts", () => {
  testConformance([0, 1, 2, 3]);
});
