import { findBrowser } from "../../electron/headless/find-browser.ts";

/** Nothing of Chromium's own on the network, no graphics card; as root it refuses to start with its sandbox. */
export const browserArguments: readonly string[] = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export function findInstalledBrowser(): string {
  const found = findBrowser();
  if (found === null) throw new Error("No Chromium, Chrome or Edge is installed.");
  return found;
}
