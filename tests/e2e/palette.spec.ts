// The palette, the help and the practice: found by the keyboard alone, and each does what it says.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { awaitOutcome, awaitReport, settleIn, switchLanguage } from "./window-steps.ts";

async function find(page: Page, typed: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /What would you like to do|想做什么/ })).toBeFocused();
  await page.keyboard.type(typed);
}

test("a few letters and Enter lead to a screen, an action and a setting, in either language", async ({ page }) => {
  await settleIn(page);
  await find(page, "history");
  await page.keyboard.press("Enter");
  await expect(page.locator("main[data-screen=history]")).toBeVisible();
  await find(page, "yyzw");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await find(page, "cannot reach linux");
  await page.keyboard.press("Enter");
  await awaitReport(page);
  await find(page, "xf");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-push=review]")).toBeVisible();
});

test("Esc closes the palette and gives the focus back; arrows choose, and say what they chose", async ({ page }) => {
  await settleIn(page);
  await page.locator("[data-tab=logs]").focus();
  await find(page, "");
  const field = page.getByRole("combobox");
  await page.keyboard.press("ArrowDown");
  const chosen = page.locator("[role=option][aria-selected=true]");
  await expect(field).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-tab=logs]")).toBeFocused();
});

test("whoever does not know the key finds the help in the bar, in the narrowest window too", async ({ page }) => {
  await settleIn(page);
  await page.setViewportSize({ width: 910, height: 450 });
  await page.getByRole("button", { name: "Help (F1)" }).click();
  await expect(page.locator("dialog[data-help] [data-explained]").first()).toBeVisible();
});

test("a term beside a field is explained where it stands, and every term in the help", async ({ page }) => {
  await settleIn(page);
  await find(page, "linux cannot reach");
  await page.keyboard.press("Enter");
  await awaitReport(page);
  await page.locator("[data-tab=settings]").click();
  await page.locator("[data-term=gateway]").click();
  await expect(page.locator("[data-term-text=gateway]")).toContainText("The address of the router");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await page.getByRole("searchbox", { name: "Search the terms" }).fill("报文头");
  await expect(page.locator("[data-explained]")).toHaveCount(1);
});

test("who is new practises the whole job in three steps, and is not asked again", async ({ page }) => {
  await settleIn(page);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  const guide = page.locator("[data-guide]");
  await expect(guide).toHaveAttribute("data-guide", "1");
  await guide.getByRole("button", { name: "Choose it for me" }).click();
  await awaitReport(page);
  await expect(guide).toHaveAttribute("data-guide", "2");
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await expect(guide).toHaveAttribute("data-guide", "3");
  await page.getByRole("checkbox", { name: /No payment is under way/ }).check();
  await page.getByRole("button", { name: "Write to the terminal" }).click();
  await awaitOutcome(page, "confirmed");
  await switchLanguage(page, "zh-CN");
  await expect(guide).toContainText("练完了");
  await guide.getByRole("button", { name: "完成", exact: true }).click();
  await page.reload();
  await expect(page.locator("main#content")).toBeVisible();
  await expect(guide).toHaveCount(0);
});
