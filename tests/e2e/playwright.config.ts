// The end-to-end specs on each target that can be had here; see targets.ts.
import { defineConfig } from "@playwright/test";
import { findRuntime } from "../../electron/headless/electron-runtime.ts";
import { browserArguments, findInstalledBrowser } from "../electron/installed-browser.ts";
import { root, type TargetName } from "./targets.ts";

/** The same page drawn by the same engine: how it looks, and how fast it is drawn, is told once. */
const looks: readonly string[] = [
  "**/accessibility.spec.ts",
  "**/pictures.spec.ts",
  "**/layout.spec.ts",
  "**/long-log.spec.ts",
];

/** Specs named for other targets. */
const others: Readonly<Record<TargetName, readonly string[]>> = {
  electron: ["**/*.browser.spec.ts", "**/*.double.spec.ts"],
  browser: ["**/*.desktop.spec.ts", "**/*.double.spec.ts"],
  double: ["**/*.browser.spec.ts", ...looks],
};

/** Specs that take minutes are for npm run test:long, and nothing else is then. */
const isLong = process.env["COUNTERPART_LONG"] === "1";
const long = "**/*.long.spec.ts";

const targets: readonly TargetName[] =
  findRuntime(root) === null ? ["browser", "double"] : ["electron", "browser", "double"];

export default defineConfig<{ target: TargetName }>({
  testDir: ".",
  testMatch: isLong ? long : "**/*.spec.ts",
  outputDir: "../../.cache/e2e-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 3,
  fullyParallel: true,
  forbidOnly: (process.env["CI"] ?? "") !== "",
  // A shared machine may stall; what passes only the second time is named in the report.
  retries: process.env["CI"] === "true" ? 1 : 0,
  use: {
    launchOptions: { executablePath: findInstalledBrowser(), args: [...browserArguments] },
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
  },
  projects: targets.map((target) => ({
    name: target,
    testIgnore: [...others[target], ...(isLong ? [] : [long])],
    use: { target },
  })),
});
