// The Chromium behind the double: one folder, one context; tests connect to it over its debugging port.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContext, chromium } from "@playwright/test";
import { browserArguments, findInstalledBrowser } from "../installed-browser.ts";

const timeLimit = 15_000;

let launched: Promise<BrowserContext> | null = null;

export function launchChromium(folder: string): Promise<BrowserContext> {
  launched ??= chromium.launchPersistentContext(folder, {
    executablePath: findInstalledBrowser(),
    args: [...browserArguments, "--remote-debugging-port=0"],
    viewport: null,
    timeout: timeLimit,
  });
  return launched;
}

export function getContext(): Promise<BrowserContext> {
  if (launched === null) throw new Error("Electron's double: nothing can be shown before the app is ready.");
  return launched;
}

/** Chromium writes the port that it chose into its folder. */
export async function readDebuggingPort(folder: string): Promise<number> {
  for (let waited = 0; waited < timeLimit; waited += 20) {
    const [first] = readText(join(folder, "DevToolsActivePort")).split("\n");
    if (first !== undefined && first !== "") return Number(first);
    await sleep(20);
  }
  throw new Error("Chromium told no debugging port.");
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
