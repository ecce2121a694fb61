// Three sets of tests: `unit` needs nothing but Node, `peers` talks to real Linux programs, `long` is for npm run test:long.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// No test leaves a trace in the records of whoever runs it.
const data = mkdtempSync(join(tmpdir(), "counterpart-tests-"));
process.once("exit", () => rmSync(data, { recursive: true, force: true }));

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    env: { COUNTERPART_DATA: data },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/peers/**", "tests/long/**"],
          // Two cores, but many of them wait for timers and for programs that they started; the time limit is for what hangs.
          maxWorkers: 4,
          testTimeout: 15_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "peers",
          include: ["tests/peers/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Most of it is waiting for the other side. In one group with the unit tests, which compute meanwhile.
          maxWorkers: 4,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: ["tests/long/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
