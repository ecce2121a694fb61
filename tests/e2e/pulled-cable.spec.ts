// The cable pulled at the worst moments: the window says what is known, and reading again settles the rest.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { awaitReport, choosePort, openScreen, pullWhileWriting, readTerminal, settleIn } from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
});
test.afterEach(async () => {
  await till.close();
});

test("pulled while reading: no result is shown, and connecting again reads it", async ({ page }) => {
  // The first connection logs in; the second says what the third one will.
  await readAndLeave(page);
  const bytes = await readAndLeave(page);
  till.cable.pullAfter(Math.floor(bytes * 0.9));
  await choosePort(page, till.port);
  await expect(page.getByText("Reading was cut short, so there is no result.")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("[data-verdict]")).toHaveCount(0);
  await page.getByRole("button", { name: "Connect again" }).click();
  await awaitReport(page);
});

/** Bytes that the terminal said from being woken to its last answer. */
async function readAndLeave(page: Page): Promise<number> {
  const before = till.cable.said;
  await readTerminal(page, till.port);
  const bytes = till.cable.said - before;
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.locator("[data-verdict]")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Connecting");
  return bytes;
}

test("pulled while nothing is under way: what was typed is still there after connecting again", async ({ page }) => {
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
  await page.locator("input[name=gateway]").fill("192.168.1.1");
  till.cable.pull();
  await expect(page.getByText("The terminal is not connected.")).toBeVisible();
  await expect(page.locator("input[name=gateway]")).toHaveValue("192.168.1.1");
  await openScreen(page, "check");
  await page.getByRole("button", { name: "Connect again" }).click();
  await awaitReport(page);
  await openScreen(page, "settings");
  await expect(page.locator("input[name=gateway]")).toHaveValue("192.168.1.1");
});

test("pulled while the new settings run and do not last yet: reading again tells so, until the terminal goes back", async ({
  page,
}) => {
  await pullWhileWriting(page, till);
  const shown = page.locator('[data-change="eth0.ipv4.gateway"] [data-verdict]');
  await expect(shown).toHaveAttribute("data-verdict", "applied");
  await expect(shown).toHaveAttribute("data-persisted", "false");
  await expect(shown).not.toContainText("only until the next restart");
  await expect(page.locator("[data-cable=guarded]")).toBeVisible();
});

test("a device that goes and comes back without a number is not opened again unless somebody says so", async ({
  page,
}) => {
  const device = await till.peer.presentAsDevice();
  try {
    await readTerminal(page, device.path);
    till.peer.disconnect();
    await expect(page.locator("[data-follow=found]")).toContainText(device.path);
    await expect(page.locator("[data-verdict]")).toHaveCount(0);
    await page.getByRole("button", { name: "Connect again" }).click();
    await awaitReport(page);
  } finally {
    await device.close();
  }
});

test("a device that stays away is waited for until somebody says not to", async ({ page }) => {
  const device = await till.peer.presentAsDevice();
  await readTerminal(page, device.path);
  await device.close();
  await expect(page.locator("[data-follow=waiting]")).toBeVisible();
  await page.getByRole("button", { name: "Do not wait" }).click();
  await expect(page.locator("[data-follow=over]")).toBeVisible();
});

test("a port that nobody answers on fails with words and a way on", async ({ page }) => {
  await choosePort(page, "tcp:127.0.0.1:1");
  await expect(page.getByRole("heading", { name: "Nobody accepts the connection" })).toBeVisible();
  await page.getByRole("button", { name: "Choose another port" }).click();
  await readTerminal(page, till.port);
});

test("connecting can be cancelled, and the port is free again", async ({ page }) => {
  till.cable.delay(500);
  await choosePort(page, till.port);
  await page.getByRole("button", { name: "Cancel" }).click();
  till.cable.delay(0);
  await expect(page.locator("[data-stage]")).toHaveCount(0, { timeout: 20_000 });
  await readTerminal(page, till.port);
});
