// The cable pulled at the worst moments: the window says what is known, and reading again settles the rest.
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import {
  awaitOutcome,
  awaitReport,
  choosePort,
  openScreen,
  readTerminal,
  settleIn,
  startWriting,
} from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
});
test.afterEach(async () => {
  await till.peer.close();
});

test("pulled while reading: no result is shown, and connecting again reads it", async ({ page }) => {
  await choosePort(page, till.port);
  await expect(
    page.locator('[data-stage=reading][aria-current="step"], [data-stage=preparing][aria-current="step"]'),
  ).toBeVisible();
  till.peer.disconnect();
  await expect(page.locator("main [data-failure]")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("[data-verdict]")).toHaveCount(0);
  await page.getByRole("button", { name: /^(Connect again|Try again)$/ }).click();
  await awaitReport(page);
});

test("pulled while nothing is under way: what was typed is still there after connecting again", async ({ page }) => {
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
  await page.locator("input[name=gateway]").fill("192.168.1.1");
  till.peer.disconnect();
  await expect(page.getByText("The terminal is not connected.")).toBeVisible();
  await expect(page.locator("input[name=gateway]")).toHaveValue("192.168.1.1");
  await openScreen(page, "check");
  await page.getByRole("button", { name: "Connect again" }).click();
  await awaitReport(page);
  await openScreen(page, "settings");
  await expect(page.locator("input[name=gateway]")).toHaveValue("192.168.1.1");
});

test("pulled while writing: it is not known which settings hold until the terminal is read again", async ({ page }) => {
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await startWriting(page);
  await expect(page.locator("[data-cable=writing]")).toContainText("finishes the change by itself");
  till.peer.disconnect();
  await awaitOutcome(page, "unknown");
  await expect(page.locator('[data-verdict="unknown"]').first()).toBeVisible();
  await page.getByRole("button", { name: "Connect again and read" }).click();
  const settled = page.locator('[data-outcome^="settled-"]');
  await expect(settled).toBeVisible({ timeout: 45_000 });
  const isNew = (await settled.getAttribute("data-outcome")) === "settled-new";
  expect(await till.witnessGateway()).toBe(isNew ? "192.168.1.1" : "192.168.2.1");
});

test("a port that nobody answers on fails with words and a way on", async ({ page }) => {
  await choosePort(page, "tcp:127.0.0.1:1");
  await expect(page.getByRole("heading", { name: "Nobody accepts the connection" })).toBeVisible();
  await page.getByRole("button", { name: "Choose another port" }).click();
  await readTerminal(page, till.port);
});

test("connecting can be cancelled, and the port is free again", async ({ page }) => {
  await choosePort(page, till.port);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("[data-stage]")).toHaveCount(0, { timeout: 20_000 });
  await readTerminal(page, till.port);
});
