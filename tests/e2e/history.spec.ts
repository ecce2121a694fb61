// The history: empty, filled by a push, searched, saved, and undone by a push of its own.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting } from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
});
test.afterEach(async () => {
  await till.close();
});

async function fix(page: Page): Promise<void> {
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
}

/** The entries of this spec's terminal: others' stand in the same history. */
function own(page: Page) {
  return page.locator("[data-entry]").filter({ hasText: till.port });
}

test("a push stands in the history with its terminal, its values and what was tested", async ({ page }) => {
  await fix(page);
  await openScreen(page, "history");
  await page.getByRole("searchbox").fill(till.port);
  await expect(own(page)).toHaveCount(1);
  await expect(own(page)).toContainText("Written and read back");
  await expect(own(page)).toContainText("192.168.2.1 → 192.168.1.1");
  await expect(own(page)).toContainText("The gateway 192.168.1.1 answered the terminal.");
  await page.getByRole("searchbox").fill("no such text");
  await expect(page.getByText("Nothing in the history holds “no such text”.")).toBeVisible();
});

test("a past push is undone by a push, which says so", async ({ page }) => {
  await fix(page);
  await openScreen(page, "history");
  await own(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check before undoing");
  await page.getByRole("checkbox", { name: /Write them all the same/ }).check();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  expect(await till.witnessGateway()).toBe("192.168.2.1");
  await openScreen(page, "history");
  await expect(own(page).first()).toContainText("It took back what was written on");
});

test("settings that moved on are taken back only when a person insists", async ({ page }) => {
  await fix(page);
  await till.peer.inNamespace("sed -i 's/gateway 192.168.1.1$/gateway 192.168.1.77/' /etc/network/interfaces");
  await openScreen(page, "history");
  await own(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "The settings have changed since" })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Take it back all the same" }).click();
  await expect(page.locator("[data-push=review]")).toBeVisible({ timeout: 20_000 });
});

test("it is saved as a sheet and as JSON", async ({ page, running }) => {
  await fix(page);
  await openScreen(page, "history");
  // The double of Electron saves through its own dialog; what it would write is the same text.
  if (running.target !== "browser") return;
  const saved: string[] = [];
  for (const name of ["Save as CSV", "Save as JSON"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    saved.push(readFileSync(await (await download).path(), "utf8"));
  }
  expect(saved[0]).toContain("eth0.ipv4.gateway,192.168.2.1,192.168.1.1,confirmed");
  expect(saved[1]).toContain('"from": "192.168.2.1"');
});

test.describe("on a new computer", () => {
  test.use({ moreClients: 0 });

  test("the history says what will stand there", async ({ page, running }) => {
    // Only in a browser has this spec a computer of its own.
    if (running.target !== "browser") return;
    await openScreen(page, "history");
    await expect(page.getByText("Nothing yet.")).toBeVisible();
  });
});
