// The window comes back where it was, unless that screen is gone.
import { readFileSync, writeFileSync } from "node:fs";
import type { BrowserWindow, Display, Rectangle } from "electron";
import { z } from "zod";

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(320).max(16_384),
  height: z.number().int().min(240).max(16_384),
});

type Bounds = Partial<Pick<Rectangle, "x" | "y">> & Pick<Rectangle, "width" | "height">;

const firstBounds: Bounds = { width: 1280, height: 800 };

/** A window is found again when this much of its title bar can be seen. */
const visible = 64;

export function readBounds(file: string, displays: readonly Pick<Display, "workArea">[]): Bounds {
  const parsed = boundsSchema.safeParse(readJson(file));
  if (!parsed.success) return firstBounds;
  const { x, y, width } = parsed.data;
  const seen = displays.some(
    ({ workArea }) =>
      x + width >= workArea.x + visible &&
      x <= workArea.x + workArea.width - visible &&
      y >= workArea.y &&
      y <= workArea.y + workArea.height - visible,
  );
  return seen ? parsed.data : firstBounds;
}

export function rememberBounds(window: Pick<BrowserWindow, "on" | "getNormalBounds">, file: string): void {
  window.on("close", () => {
    try {
      writeFileSync(file, JSON.stringify(window.getNormalBounds()), { mode: 0o600 });
    } catch {
      // A full or read-only disk must not keep the window from closing.
    }
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
