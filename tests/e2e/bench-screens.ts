// The bench as the specs of every screen visit it; the wall needs a run: its looks have a spec of their own.
import { expect } from "@playwright/test";
import type { ScreenVisit } from "./screens.ts";
import { openScreen } from "./window-steps.ts";

export const benchVisit: ScreenVisit = {
  name: "bench",
  open: async (page) => {
    await openScreen(page, "bench");
    const buffer = Buffer.from("SN,IP,Mask,Till\nA-1,192.168.1.341,255.255.255.0,7\n");
    await page.locator("[data-sheet]").setInputFiles({ name: "sheet.csv", mimeType: "text/csv", buffer });
    await expect(page.locator("[data-draft=wrong]")).toBeVisible();
  },
};
