// What a person does in the window, once for all specs.
import { expect, type Page } from "@playwright/test";
import type { Till } from "./terminals.ts";

export type Role = "shop" | "install" | "repair";
export type ThemeName = "light" | "dark";

/** Answers the one question of the first start, in English unless asked otherwise. */
export async function settleIn(page: Page, role: Role = "shop", language: "zh-CN" | "en" = "en"): Promise<void> {
  await switchLanguage(page, language);
  await page.locator(`[data-role=${role}]`).click();
  await expect(page.locator("main#content")).toBeVisible();
}

export async function switchLanguage(page: Page, language: "zh-CN" | "en"): Promise<void> {
  if (await isCovered(page)) await prefer(page, { language });
  else {
    await page
      .getByRole("radio", { name: language === "en" ? "English" : "中文" })
      .first()
      .click();
  }
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

export async function switchTheme(page: Page, theme: ThemeName): Promise<void> {
  if (await isCovered(page)) await prefer(page, { theme });
  else {
    await page
      .getByRole("radio", { name: theme === "light" ? /^(Light|浅色)$/ : /^(Dark|深色)$/ })
      .first()
      .click();
  }
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}

/** Whether something that keeps the focus stands over the switches. */
function isCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector("dialog[open]") !== null);
}

/** As another window of the same app would change it. */
async function prefer(page: Page, change: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((chosen) => {
    const key = "counterpart.preferences";
    const now = JSON.parse(localStorage.getItem(key) ?? "{}") as Readonly<Record<string, unknown>>;
    const newValue = JSON.stringify({ ...now, ...chosen });
    dispatchEvent(new StorageEvent("storage", { key, newValue }));
  }, change);
}

/** Types a port that is not listed and connects to it. */
export async function choosePort(page: Page, port: string): Promise<void> {
  const form = page.locator("aside form");
  await form.getByRole("textbox").fill(port);
  await form.getByRole("button", { name: /^(Connect|连接)$/ }).click();
}

/** Connects and waits for the verdict. */
export async function readTerminal(page: Page, port: string): Promise<void> {
  await openScreen(page, "check");
  await choosePort(page, port);
  await awaitReport(page);
}

export async function awaitReport(page: Page): Promise<void> {
  await expect(page.locator("[data-verdict]")).toBeVisible({ timeout: 30_000 });
}

export async function openScreen(
  page: Page,
  screen: "check" | "settings" | "logs" | "push" | "history" | "register" | "console" | "preferences" | "bench",
): Promise<void> {
  await page.locator(`[data-tab=${screen}]`).click();
  await expect(page.locator(`main[data-screen=${screen}]`)).toBeVisible();
}

/** Where a role has no tab for it. */
export async function openByPalette(page: Page, screen: "register" | "bench"): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.locator(`[data-action=go-${screen}]`).click();
  await expect(page.locator(`main[data-screen=${screen}]`)).toBeVisible();
}

/** Milliseconds: with its cable so late, each step of a terminal's write lasts long enough to act in it. */
const actingTime = 500;

/** From the review of a plan to the moment at which new settings run on the terminal and do not last yet. */
export async function writeHalfway(page: Page, { cable }: Pick<Till, "cable">): Promise<void> {
  cable.delay(actingTime);
  await startWriting(page);
  await page.locator("[data-cable=guarded]").waitFor();
}

/**
 * Fixes the gateway and pulls the cable while the terminal's kernel has the new settings and nothing makes them last; then
 * reads the terminal again.
 */
export async function pullWhileWriting(page: Page, till: Till): Promise<void> {
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await writeHalfway(page, till);
  await expect(page.locator("[data-cable=guarded]")).toContainText("goes back to the old settings by itself");
  await expect.poll(till.witnessGateway, { intervals: [20] }).toBe("192.168.1.1");
  till.cable.pull();
  till.cable.delay(0);
  await awaitOutcome(page, "unknown");
  await page.getByRole("button", { name: "Connect again and read" }).click();
  await awaitOutcome(page, "pending");
}

/** From the review of a plan: says that no payment is under way, and writes. */
export async function startWriting(page: Page): Promise<void> {
  await expect(page.locator("[data-push=review]")).toBeVisible();
  await page.getByRole("checkbox", { name: /No payment is under way|没有正在进行的交易/ }).check();
  await page.getByRole("button", { name: /^(Write to the terminal|写入终端)$/ }).click();
}

export async function awaitOutcome(page: Page, outcome: string): Promise<void> {
  await expect(page.locator(`[data-outcome="${outcome}"]`)).toBeVisible({ timeout: 45_000 });
}
