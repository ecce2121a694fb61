// The end-to-end specs on each target that can be had here; see targets.ts.
import { defineConfig } from "@playwright/test";
import { findRuntime } from "../../electron/headless/electron-runtime.ts";
import { browserArguments, findInstalledBrowser } from "../electron/installed-browser.ts";
import { root, type TargetName } from "./targets.ts";

/** The same page drawn by the same engine: how it looks, and how fast it is drawn, is told once. */
const looks: readonly string[] = [
  "**/every-screen.long.spec.ts",
  "**/accessibility.long.spec.ts",
  "**/pictures.long.spec.ts",
  "**/layout.spec.ts",
  "**/layout.long.spec.ts",
  "**/long-log.long.spec.ts",
  "**/why-looks.long.spec.ts",
];

/** Specs named for other targets. */
const others: Readonly<Record<TargetName, readonly string[]>> = {
  electron: ["**/*.browser*.spec.ts", "**/*.double.spec.ts"],
  browser: ["**/*.desktop.spec.ts", "**/*.double.spec.ts"],
  double: ["**/*.browser*.spec.ts", ...looks],
};

/**
 * Specs that take minutes are for npm run test:long. So is the double for specs that the browser has shown already: it is the
 * same page on another link; what is the double's own, and the main job, it shows every time.
 */
const isLong = process.env["COUNTERPART_LONG"] === "1";
const long = "**/*.long.spec.ts";
const always: readonly string[] = [
  "**/*.desktop.spec.ts",
  "**/*.double.spec.ts",
  "**/smoke.spec.ts",
  "**/fix-gateway.spec.ts",
  "**/page-safety.spec.ts",
];

const targets: readonly TargetName[] =
  findRuntime(root) === null ? ["browser", "double"] : ["electron", "browser", "double"];

export default defineConfig<{ target: TargetName }>({
  testDir: ".",
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
    testMatch: chooseSpecs(target),
    testIgnore: [...others[target], ...(isLong ? (target === "double" ? [...always] : []) : [long])],
    use: { target },
  })),
});

function chooseSpecs(target: TargetName): string | string[] {
  if (target === "double") return isLong ? "**/*.spec.ts" : [...always];
  return isLong ? long : "**/*.spec.ts";
}
