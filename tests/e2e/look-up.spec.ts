// What stands beside the check: codes by number and by word, and care cards, all by keyboard.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

/** Tabs on until the focus is on it. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(page.locator(wanted)).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [1] });
}

test("a code is looked up by keyboard, by number and by a Chinese word, with cause and whom to call", async ({
  page,
}) => {
  await settleIn(page, "shop", "zh-CN");
  await page.getByRole("button", { name: "手边没有数据线" }).click();
  await tabTo(page, "[data-why-part=codes]");
  await page.keyboard.press("Enter");
  await expect(page.locator("input[name=sought]")).toBeFocused();
  await page.keyboard.type("97");
  await expect(page.locator('[data-table=field39][data-code="97"]')).toContainText("请联系收单机构");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("拨号音");
  await expect(page.locator("[data-table=chat]").first()).toContainText("There is no dial tone");
});

test("a care card is opened by keyboard, and an advice leads to the card about its cause", async ({ page }) => {
  await settleIn(page);
  await page.getByRole("button", { name: "No cable at hand" }).click();
  await page.locator("[data-why-part=care]").focus();
  await page.keyboard.press("Enter");
  await tabTo(page, "[data-card=fees]");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-open-card=fees]")).toContainText("A fee error does not break communication");
  await page.locator("[data-why-part=check]").click();
  await page.locator("main input[type=radio]").first().check();
  for (const _ of [1, 2]) await page.locator("main button[type=submit]").click();
  await page.locator("input[name=code]").fill("97");
  await page.locator("main button[type=submit]").click();
  await page.locator("[data-care=onboarding]").click();
  await expect(page.locator("[data-open-card=onboarding]")).toBeVisible();
});
