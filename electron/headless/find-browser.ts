// An installed browser that can show a page as an app window: Chromium, Chrome or Edge, never one that would be downloaded.
import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, join, posix, win32 } from "node:path";

const onPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const onMac = ["Google Chrome", "Microsoft Edge", "Chromium"];
const onWindows = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Chromium\\Application\\chrome.exe",
];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where browsers are looked for, the most likely first. */
export function listBrowserPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  if (platform === "win32") {
    const bases = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => environment[name] ?? []);
    return onWindows.flatMap((place) => bases.map((base) => win32.join(base, place)));
  }
  if (platform === "darwin") {
    const bases = ["/Applications", posix.join(environment["HOME"] ?? "/", "Applications")];
    return onMac.flatMap((name) => bases.map((base) => posix.join(base, `${name}.app/Contents/MacOS/${name}`)));
  }
  const folders = [...(environment["PATH"] ?? "").split(delimiter), "/snap/bin"].filter((folder) => folder !== "");
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export function findBrowser(environment: Environment = process.env): string | null {
  return listBrowserPlaces(process.platform, environment).find(isProgram) ?? null;
}

/** A snap sees neither /tmp nor hidden folders of the home: what it shall read must lie in its own. */
export function findSnapFolder(browser: string, environment: Environment): string | null {
  const real = realpathSync(browser);
  const inSnap = browser.startsWith("/snap/") || real.startsWith("/snap/") || real === "/usr/bin/snap";
  const home = environment["HOME"];
  return inSnap && home !== undefined ? join(home, "snap", "chromium", "common") : null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
