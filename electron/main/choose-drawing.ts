// Old graphics drivers: after a crash of the graphics process the next start draws with the processor, until a person chooses the
// graphics card again or another version of Electron comes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { App } from "electron";
import type { AppPreferences } from "../contract/preferences.ts";

export interface DrawingParts {
  readonly drawing: AppPreferences["drawing"];
  /** Where a crash is noted. */
  readonly note: string;
  /** Of Electron: another one brings other code for the same driver. */
  readonly version: string;
}

/** To be called before the app is ready. True: this run draws with the processor. */
export function chooseDrawing(app: Pick<App, "disableHardwareAcceleration" | "on">, parts: DrawingParts): boolean {
  if (parts.drawing === "graphics-card") rmSync(parts.note, { force: true });
  const bySoftware = parts.drawing === "software" || (parts.drawing === "automatic" && hasCrashed(parts));
  if (bySoftware) app.disableHardwareAcceleration();
  else watchCrashes(app, parts);
  return bySoftware;
}

function watchCrashes(app: Pick<App, "on">, { note, version }: DrawingParts): void {
  app.on("child-process-gone", (_event, { type, reason }) => {
    if (type !== "GPU" || reason === "clean-exit" || reason === "killed") return;
    try {
      mkdirSync(dirname(note), { recursive: true });
      writeFileSync(note, version, { mode: 0o600 });
    } catch {
      // A full disk: Chromium draws with the processor by itself after a few crashes of this run.
    }
  });
}

function hasCrashed({ note, version }: DrawingParts): boolean {
  try {
    return readFileSync(note, "utf8") === version;
  } catch {
    return false;
  }
}
