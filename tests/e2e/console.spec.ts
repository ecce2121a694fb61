// The raw console in the window: typed to, masked, recorded; only watching where a session has the line; never frozen.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeTestCardNumber } from "../peers/test-card-number.ts";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, writeHalfway } from "./window-steps.ts";

test.use({ allowsConsole: true });

const card = makeTestCardNumber("401288", 16, 7);

async function openConsole(page: Page, port: string): Promise<void> {
  await openScreen(page, "console");
  await page.getByRole("combobox", { name: "Port" }).selectOption(port);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.locator("[data-console=typing]")).toBeVisible();
}

/** What the emulation shows, row by row. */
const shown = (page: Page) => page.locator(".xterm-accessibility-tree");

test("a demo port is typed to and answers, and what is shown and recorded is masked", async ({ page, running }) => {
  await settleIn(page, "repair");
  await openConsole(page, "demo:linux");
  await page.keyboard.type(`echo con''sole ${card} end\n`);
  await expect(shown(page)).toContainText("console 401288");
  await expect(shown(page)).not.toContainText(card);
  // The double of Electron saves through its own dialog; what it would write is the same text.
  if (running.target !== "browser") return;
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save recording" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect(saved).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z {2}console 401288\*+\d{4} end$/m);
  expect(saved).not.toContain(card);
});

test("it only watches while a session has the line, and says when settings are being written", async ({ page }) => {
  const till = await startTill();
  try {
    await settleIn(page, "repair");
    await readTerminal(page, till.port);
    await openScreen(page, "console");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.locator("[data-console=watching]")).toContainText("Only watching: a session has this line.");
    await expect(page.locator("[data-typing=false] textarea")).not.toBeFocused();
    await openScreen(page, "check");
    await page.getByRole("button", { name: "Fix", exact: true }).click();
    await writeHalfway(page, till);
    till.cable.hold();
    await openScreen(page, "console");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.locator("[data-console=watching]")).toContainText("settings are being written");
    await expect(page.getByRole("button", { name: "Disconnect and type" })).toHaveCount(0);
    till.cable.delay(0);
    till.cable.release();
    await openScreen(page, "push");
    await awaitOutcome(page, "confirmed");
  } finally {
    await till.close();
  }
});

/** Milliseconds; a window that stands still for a second looks broken. */
const longestStill = 1000;

test("a megabyte at once does not freeze the window", async ({ page }) => {
  await settleIn(page, "repair");
  await openConsole(page, "demo:linux");
  await page.evaluate(() => {
    let last = performance.now();
    const look = (now: number): void => {
      document.body.dataset["still"] = String(Math.max(Number(document.body.dataset["still"] ?? 0), now - last));
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.keyboard.type("seq 1000000 1140000; echo o''ver\n");
  await expect(shown(page)).toContainText("over", { timeout: 30_000 });
  const still = Number(await page.evaluate(() => document.body.dataset["still"]));
  expect(still).toBeLessThan(longestStill);
});

test("in the smallest window its controls stand in one row", async ({ page, running }) => {
  if (running.target === "electron") return;
  await page.setViewportSize({ width: 910, height: 450 });
  await settleIn(page, "repair");
  await openScreen(page, "console");
  const parts = page.locator("main").locator("select, button:has-text('Open'), button:has-text('Save recording')");
  await expect(parts).toHaveCount(4);
  const bottoms = await parts.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().bottom)));
  expect(new Set(bottoms).size).toBe(1);
});
