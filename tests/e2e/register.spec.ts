// The register in the window, on demo terminals: found, compared, saved, and replaced by another unit through a safe push.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { listViolations } from "./list-violations.ts";
import { expect, test } from "./targets.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting, switchTheme } from "./window-steps.ts";

// A register of this spec's own.
test.use({ moreClients: 0 });

test.beforeEach(async ({ page }) => {
  await settleIn(page, "repair");
  await openScreen(page, "register");
  await expect(page.locator("[data-register]")).not.toHaveAttribute("data-register", "loading");
});

const rows = (page: Page) => page.locator("[data-registered]");

/** Reads a demo terminal, which is another unit each time, and gives its serial number. */
async function meet(page: Page, port: string): Promise<string> {
  const known = new Set(await listKnown(page));
  await readTerminal(page, port);
  await openScreen(page, "register");
  await expect(rows(page)).toHaveCount(known.size + 1);
  const met = (await listKnown(page)).find((serialNumber) => !known.has(serialNumber));
  return met ?? "";
}

async function listKnown(page: Page): Promise<readonly string[]> {
  return rows(page).evaluateAll((all) => all.map((row) => row.getAttribute("data-registered") ?? ""));
}

async function fixGateway(page: Page): Promise<void> {
  await openScreen(page, "check");
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await openScreen(page, "register");
}

test("a terminal that was read and pushed to is found, with what happened and what differs", async ({ page }) => {
  const serialNumber = await meet(page, "demo:linux-broken");
  await fixGateway(page);
  await page.getByRole("searchbox").fill("no such terminal");
  await expect(page.getByText("Nothing in the register holds “no such terminal”.")).toBeVisible();
  await page.getByRole("searchbox").fill(serialNumber.toLowerCase());
  await page.getByRole("button", { name: serialNumber }).click();
  await expect(page.locator("[data-happened]")).toHaveCount(3);
  await expect(page.locator("[data-happened=push]")).toContainText("192.168.2.1 → 192.168.1.1");
  await expect(page.locator("[data-compared]")).toContainText("192.168.2.1 → 192.168.1.1");
});

interface Told {
  readonly output?: { readonly entries?: readonly { readonly id: string; readonly at: string }[] };
}

/** As if the terminal had been here on each day of a week: what it was told of today is told of those as well. */
async function lengthenHistory(page: Page): Promise<void> {
  await page.routeWebSocket(/\/link$/, (socket) => {
    const host = socket.connectToServer();
    host.onMessage((json) => {
      const told = JSON.parse(String(json)) as Told;
      const entries = told.output?.entries;
      const days = [1, 2, 3, 4, 5, 6, 7];
      const longer = entries?.flatMap((entry) =>
        days.map((day) => ({ ...entry, id: `${entry.id}-${day}`, at: entry.at.replace(/^.{10}/, `2026-10-0${day}`) })),
      );
      socket.send(
        longer === undefined ? json : JSON.stringify({ ...told, output: { ...told.output, entries: longer } }),
      );
    });
  });
  await page.reload();
}

test("a long list of what happened is searched", async ({ page, running }) => {
  if (running.target !== "browser") return;
  const serialNumber = await meet(page, "demo:linux");
  await lengthenHistory(page);
  await openScreen(page, "register");
  await page.getByRole("button", { name: serialNumber }).click();
  await expect(page.locator("[data-happened]")).toHaveCount(7);
  await page.getByRole("searchbox").fill("4 Oct 2026");
  await expect(page.locator("[data-happened]")).toHaveCount(1);
  expect(await listViolations(page)).toEqual([]);
});

test("another unit takes its place by a safe push, and the register says so of both", async ({ page }) => {
  const old = await meet(page, "demo:linux");
  const next = await meet(page, "demo:linux-broken");
  await page.getByRole("button", { name: old }).click();
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.locator(`[data-replaces="${old}"]`)).toBeVisible();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await expect(page.locator("[data-noted=replaced]")).toContainText(`${next} stands in the place of ${old} now.`);
  // Where it was left: at the terminal that is replaced.
  await openScreen(page, "register");
  await expect(page.getByText(`${next} has taken its place.`)).toBeVisible();
  await page.getByRole("button", { name: "All terminals" }).click();
  await expect(page.locator(`[data-registered="${old}"]`)).toContainText("replaced");
  await page.getByRole("button", { name: next }).click();
  await expect(page.locator("[data-happened=replaces]")).toContainText(`It stands in the place of ${old} now.`);
});

test("the table sorts by any column, is saved as a sheet, and axe finds nothing in either theme", async ({
  page,
  running,
}) => {
  await meet(page, "demo:linux");
  const serialNumber = await meet(page, "demo:linux-broken");
  const found: string[] = [];
  const look = async (): Promise<void> => {
    for (const theme of ["light", "dark"] as const) {
      await switchTheme(page, theme);
      found.push(...(await listViolations(page)));
    }
  };
  await page.getByRole("button", { name: "Serial number" }).click();
  const up = await listKnown(page);
  await page.getByRole("button", { name: "Serial number" }).click();
  expect(await listKnown(page)).toEqual(up.toReversed());
  await page.getByText("Back up and restore").click();
  await look();
  await page.getByRole("button", { name: serialNumber }).click();
  await expect(page.locator("[data-happened]")).toHaveCount(1);
  await look();
  expect(found).toEqual([]);
  if (running.target !== "browser") return;
  await page.getByRole("button", { name: "All terminals" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain(serialNumber);
});

test("a copy of the register is saved, and put back when a person is sure", async ({ page, running }) => {
  // Real Electron asks the person where to.
  if (running.target !== "browser") return;
  const serialNumber = await meet(page, "demo:linux");
  await page.getByText("Back up and restore").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy" }).click();
  const saved = await download;
  const buffer = readFileSync(await saved.path());
  expect(buffer.toString("latin1", 0, 15)).toBe("SQLite format 3");
  const other = await meet(page, "demo:linux-broken");
  const mimeType = "application/octet-stream";
  const upload = page.locator("[data-register-copy]");
  await page.getByText("Back up and restore").click();
  await upload.setInputFiles({ name: "not-one.sqlite", mimeType, buffer: Buffer.from("no register") });
  await page.getByRole("button", { name: "Put this file in the register’s place" }).click();
  await expect(page.locator("[data-failure=file-unreadable]")).toContainText("not-one.sqlite");
  await upload.setInputFiles({ name: saved.suggestedFilename(), mimeType, buffer });
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Put this file in the register’s place" }).click();
  await expect(page.getByText(`The register is what ${saved.suggestedFilename()} holds.`)).toBeVisible();
  await expect(page.locator(`[data-registered="${other}"]`)).toHaveCount(0);
  await expect(page.locator(`[data-registered="${serialNumber}"]`)).toBeVisible();
});

test("a new register says what will stand there", async ({ page, running }) => {
  // Only in a browser has this spec a computer of its own.
  if (running.target !== "browser") return;
  await expect(page.locator("[data-register=empty]")).toContainText("No terminal yet.");
});
