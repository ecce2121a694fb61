// The Logs screen on a real console: card numbers masked everywhere, and nothing in a line is more than text.
import { readFileSync } from "node:fs";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { openScreen, readTerminal, settleIn } from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
  await readTerminal(page, till.port);
  await openScreen(page, "logs");
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByRole("log")).toBeVisible({ timeout: 20_000 });
});
test.afterEach(async () => {
  await till.close();
});

test("card numbers are masked, marked and counted", async ({ page }) => {
  await expect(page.locator("[data-mask]")).toHaveText("401288******1881");
  await expect(page.getByTestId("masked")).toHaveText("Card numbers masked: 1");
  expect(await page.content()).not.toContain("4012888888881881");
});

test("markup and escape sequences in a line are text", async ({ page }) => {
  await expect(page.getByRole("log")).toContainText('<img src="x" onerror="document.title=1"> <b>bold</b>');
  await expect(page.getByRole("log")).toContainText("^[[31mred^[[0m");
  await expect(page.getByRole("log").locator("img, b")).toHaveCount(0);
  await expect(page).toHaveTitle("Counterpart");
});

test("the filter shows the lines that hold its text", async ({ page }) => {
  await page.getByRole("searchbox").fill("KERNEL");
  await expect(page.getByText("1 of 4 lines")).toBeVisible();
  await page.getByRole("searchbox").fill("no such text");
  await expect(page.getByText("No line holds “no such text”.")).toBeVisible();
  await page.getByRole("button", { name: "Show all lines" }).click();
  await expect(page.getByText("4 of 4 lines")).toBeVisible();
});

test("what is saved is masked too", async ({ page, running }) => {
  // The double of Electron saves through its own dialog; what it would write is the same text.
  if (running.target !== "browser") return;
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect(saved).toContain("pan=401288******1881 approved");
  expect(saved).not.toContain("4012888888881881");
});

test("whole logs are pulled, opened, kept with their place said, and opened again", async ({ page }) => {
  const list = page.getByRole("listbox", { name: "Log lines" });
  await page.getByRole("button", { name: "Pull what is new" }).click();
  await expect(list).toContainText("401288******1881", { timeout: 30_000 });
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByText("Kept on this PC").click();
  await expect(page.getByText("Nothing leaves this PC.")).toBeVisible();
  const captures = page.locator("[data-capture]");
  const count = await captures.count();
  await captures.first().getByRole("button", { name: "Delete" }).click();
  await expect(captures).toHaveCount(count);
  await page.getByRole("button", { name: "Open the logs of" }).first().click();
  await expect(list).toContainText("link becomes ready");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByText("Kept on this PC").click();
  await captures.first().getByRole("button", { name: "Delete:" }).click();
  await captures.first().getByRole("button", { name: "Delete for good" }).click();
  await expect(captures).toHaveCount(count - 1);
});
