// The technician's comparison: before anything was ever confirmed on this terminal, and after.
import { expect, test } from "./targets.ts";
import { awaitOutcome, readTerminal, settleIn, startWriting } from "./window-steps.ts";

test("a technician sees what differs from the settings that were confirmed on this terminal, and nothing else", async ({
  page,
}) => {
  await settleIn(page, "repair");
  await readTerminal(page, "demo:linux-broken");
  await page.getByRole("button", { name: "Why does it fail?" }).click();
  await page.getByRole("button", { name: "Start the check" }).click();
  await expect(page.locator("[data-healthy=rules] [data-differs]")).toHaveText([/Router.*failed.*passed/], {
    timeout: 40_000,
  });
  await page.getByRole("button", { name: "Correct the settings" }).click();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await page.locator("[data-tab=check]").click();
  await page.getByRole("button", { name: "Still no connection?" }).click();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.locator("[data-healthy=record]")).toBeVisible({ timeout: 40_000 });
  await expect(page.locator('[data-differs$="ipv4.gateway"]')).toHaveCount(0);
});
