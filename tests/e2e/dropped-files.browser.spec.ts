// Files that are dropped on the window beside the places for them.
import type { Page } from "@playwright/test";
import { samplePack, samplePlan } from "./own-files.ts";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

/** Whether somebody took the drop: a browser shows what nobody takes in place of the window. */
async function drop(page: Page, name: string, octets: Buffer): Promise<boolean> {
  return page.evaluate(
    ({ file, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0))], file));
      const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      return !(document.querySelector("aside") ?? document.body).dispatchEvent(event);
    },
    { file: name, base64: octets.toString("base64") },
  );
}

test.beforeEach(({ page }) => settleIn(page));

test("a pack goes to the desk for packs", async ({ page }) => {
  await drop(page, "till.counterpart-pack", samplePack());
  await expect(page.locator("[data-pack-opened=true]")).toContainText("CT-PACK-1");
});

test("a plan goes to the bench, also while another one is looked at there", async ({ page }) => {
  await drop(page, "first.counterpart-plan", Buffer.from(samplePlan));
  await expect(page.locator("[data-draft]")).toContainText("first.counterpart-plan");
  await drop(page, "second.counterpart-plan", Buffer.from(samplePlan));
  await expect(page.locator("[data-draft]")).toContainText("second.counterpart-plan");
});

test("a log goes to the logs", async ({ page }) => {
  await drop(page, "till.counterpart-log", Buffer.from("2026-11-23 10:00:00 pay[12]: connect failed\n"));
  await expect(page.locator("main[data-screen=logs]")).toContainText("connect failed");
});

test("any other file is not shown in place of the window", async ({ page }) => {
  expect(await drop(page, "holiday.jpg", Buffer.from("picture"))).toBe(true);
  await expect(page.locator("main[data-screen=check]")).toBeVisible();
});
