// A write whose cable was pulled: said at the next connection, settled by one button, with the kernel as the witness.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import {
  awaitOutcome,
  awaitReport,
  openScreen,
  readTerminal,
  settleIn,
  startWriting,
  writeHalfway,
} from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
  await readTerminal(page, till.port);
});
test.afterEach(async () => {
  await till.close();
});

/** Pulls the cable while the new settings run and do not last yet, and goes back to the check. */
async function cutOff(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await writeHalfway(page, till);
  till.cable.pull();
  till.cable.delay(0);
  await awaitOutcome(page, "unknown");
  await openScreen(page, "check");
  await page.getByRole("button", { name: "Connect again" }).click();
  await awaitReport(page);
}

test("a write that was cut off is said on the check screen, and settled by one button", async ({ page }) => {
  await cutOff(page);
  const notice = page.locator("main [data-interrupted]");
  await expect(notice).toContainText("192.168.2.1 → 192.168.1.1");
  till.cable.delay(200);
  await page.getByRole("button", { name: "Settle it now" }).click();
  await expect(page.locator("[data-cable=resuming]")).toContainText("stays unsettled");
  till.cable.delay(0);
  await expect(page.locator('[data-outcome="confirmed"], [data-outcome="rolled-back"]')).toBeVisible({
    timeout: 45_000,
  });
  const isNew = (await page.locator("[data-outcome=confirmed]").count()) === 1;
  expect(await till.witnessGateway()).toBe(isNew ? "192.168.1.1" : "192.168.2.1");
  await openScreen(page, "check");
  await expect(page.locator("[data-verdict]")).toBeVisible();
  await expect(page.locator("main [data-interrupted]")).toHaveCount(0);
});

test("nothing else is written before it is settled, and the way to settle it is there", async ({ page }) => {
  await cutOff(page);
  await openScreen(page, "settings");
  await page.locator("input[name=gateway]").fill("192.168.1.9");
  await page.getByRole("button", { name: "Check and write" }).click();
  await expect(page.locator("[data-push=review] [data-interrupted]")).toBeVisible();
  await startWriting(page);
  await awaitOutcome(page, "failed");
  await expect(page.locator("[data-failure=push-interrupted]")).toBeVisible();
  await page.getByRole("button", { name: "Settle it now" }).click();
  await expect(page.locator('[data-outcome="confirmed"], [data-outcome="rolled-back"]')).toBeVisible({
    timeout: 45_000,
  });
});

test("what is neither old nor new is closed by a person who says that it is right", async ({ page }) => {
  await cutOff(page);
  // Somebody on the terminal sets a third gateway, and takes away what the push had left.
  await till.peer.inNamespace("rm -rf /run/*counterpart* /tmp/*counterpart*");
  await till.peer.witnessNetwork("ip route replace default via 192.168.1.77");
  await page.getByRole("button", { name: "Settle it now" }).click();
  await awaitOutcome(page, "unknown");
  await page.getByRole("button", { name: "The settings are right as they are" }).click();
  await expect(page.getByRole("heading", { name: "Closed: the settings stay as they are" })).toBeVisible({
    timeout: 30_000,
  });
  expect(await till.witnessGateway()).toBe("192.168.1.77");
});

test("while it is settled the cable is pulled: nothing says that writing is over", async ({ page }) => {
  await cutOff(page);
  till.cable.delay(200);
  await page.getByRole("button", { name: "Settle it now" }).click();
  await page.locator("[data-cable=resuming]").waitFor();
  till.cable.pull();
  till.cable.delay(0);
  await awaitOutcome(page, "failed");
  await expect(page.getByText("The last writing is still not settled.")).toBeVisible();
  await expect(page.locator("main [data-cable]")).toHaveCount(0);
});
