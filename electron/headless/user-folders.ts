import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./find-browser.ts";

/** Where this user's programs keep what can be made again. */
export function findCacheFolder(platform: NodeJS.Platform, environment: Environment): string {
  const home = environment["HOME"] ?? homedir();
  if (platform === "win32")
    return join(environment["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "Counterpart", "Cache");
  if (platform === "darwin") return join(home, "Library", "Caches", "Counterpart");
  return join(environment["XDG_CACHE_HOME"] || join(home, ".cache"), "counterpart");
}

/** Whether a window can be shown at all; Windows and macOS always have a display. */
export function hasDisplay(platform: NodeJS.Platform, environment: Environment): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  return (environment["DISPLAY"] ?? "") !== "" || (environment["WAYLAND_DISPLAY"] ?? "") !== "";
}
