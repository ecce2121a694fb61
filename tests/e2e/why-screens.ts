// Every state of "Why does it fail?" beside those that are shown with all screens: for axe and for the layout.
import type { ScreenVisit } from "./screen-visit.ts";
import { expect } from "./targets.ts";

/** In an order in which each can follow the one before; the first follows the shown pack. */
export const whyVisits: readonly ScreenVisit[] = [
  {
    name: "pack-paper",
    open: async (page) => {
      await page.locator("[data-pack=shown] input[value=a4]").check();
      await expect(page.locator("[data-paper=a4] .sheet")).toBeVisible();
    },
  },
  {
    name: "pack-zip",
    open: async (page) => {
      await page.locator("[data-pack=shown] input[value=zip]").check();
      await page.locator("[data-pack=shown] summary").first().click();
    },
  },
  {
    name: "codes",
    open: async (page) => {
      await page.locator("[data-why-part=codes]").click();
      await page.locator("input[name=sought]").fill("91");
      await expect(page.locator("[data-code]").first()).toBeVisible();
    },
  },
  {
    name: "care",
    open: async (page) => {
      await page.locator("[data-why-part=care]").click();
      await expect(page.locator("[data-open-card]")).toBeVisible();
    },
  },
  {
    name: "without-cable-sim",
    open: async (page) => {
      await page.locator("[data-why-part=check]").click();
      await page.getByRole("button", { name: /^(Change what I wrote|修改填写的内容)$/ }).click();
      for (const _ of [1, 2]) await page.getByRole("button", { name: /^(Back|上一步)$/ }).click();
      await page.locator("main input[value=cellular]").check();
      await page.locator("main button[type=submit]").click();
      await page.locator("main input[value=absent]").check();
    },
  },
  {
    name: "without-cable-drawing",
    open: async (page) => {
      for (const _ of [1, 2]) await page.locator("main button[type=submit]").click();
      await expect(page.locator("[data-drawing=sim]")).toBeVisible();
    },
  },
];
