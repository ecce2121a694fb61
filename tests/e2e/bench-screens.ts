// The bench and the register as the specs of every screen visit them, which are shop owners and find them by the palette; the
// wall needs a run: its looks have a spec of their own.
import { expect } from "@playwright/test";
import type { ScreenVisit } from "./screen-visit.ts";
import { openByPalette } from "./window-steps.ts";

export const benchVisit: ScreenVisit = {
  name: "bench",
  open: async (page) => {
    await openByPalette(page, "bench");
    const buffer = Buffer.from("SN,IP,Mask,Till\nA-1,192.168.1.341,255.255.255.0,7\n");
    await page.locator("[data-sheet]").setInputFiles({ name: "sheet.csv", mimeType: "text/csv", buffer });
    await expect(page.locator("[data-draft=wrong]")).toBeVisible();
  },
};

export const registerVisit: ScreenVisit = {
  name: "register",
  open: async (page) => {
    await openByPalette(page, "register");
    await expect(page.locator("[data-register=empty], [data-register=shown]")).toBeVisible();
  },
};
