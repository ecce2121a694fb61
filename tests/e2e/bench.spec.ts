// The bench: a sheet with an error, put right and kept; a run on demo terminals, by keys and scanner; labels and report.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { listViolations } from "./list-violations.ts";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

const head = "机身号,Shop,IP,Mask,Gateway,DNS,Till";
const row = (serial: string, last: number, shop = "North"): string =>
  `${serial},${shop},192.168.1.${last},255.255.255.0,192.168.1.1,192.168.1.1,${last}`;

async function giveSheet(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`${[head, ...lines].join("\n")}\n`);
  await page.locator("[data-sheet]").setInputFiles({ name, mimeType: "text/csv", buffer });
}

async function keepPlan(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await giveSheet(page, `${name}.csv`, lines);
  await page.locator("[data-draft] input[name=operator]").fill("Li");
  await page.getByRole("button", { name: "Keep as a plan" }).click();
  await expect(page.locator(`[data-plan="${name}"]`)).toBeVisible();
}

/** On demo terminals, each of which is another one whenever its port is opened. */
async function startRun(page: Page, name: string, ports: string): Promise<void> {
  await page.locator(`[data-plan="${name}"]`).getByRole("button", { name: "Set up terminals" }).click();
  // Who kept the plan, as soon as that is told.
  await expect(page.locator("input[name=operator]")).toHaveValue("Li");
  await page.getByRole("radio", { name: "These" }).check();
  await page.locator("input[name=operator]").fill("");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  // What lacks is where the person is taken.
  await expect(page.locator("input[name=operator]")).toBeFocused();
  await page.locator("input[name=operator]").fill("Wang");
  await page.locator("input[name=more-ports]").fill(ports);
  expect(await listViolations(page)).toEqual([]);
  // However far down the form is scrolled, the wall is seen from its head.
  await page.setViewportSize({ width: 910, height: 260 });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.locator("[data-card]")).not.toHaveCount(0);
  await expect(page.getByRole("radiogroup", { name: "Parts of the bench" })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** What comes out of the printer, in millimetres a page. */
async function measurePaper(page: Page): Promise<readonly (readonly number[])[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...pages].map(([, ...size]) => size.map((points) => Math.round((Number(points) / 72) * 25.4)));
}

async function endRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.locator("[data-bench=print], [data-bench=plans]")).toBeVisible({ timeout: 20_000 });
}

test("who sets terminals up begins at the bench, and its tab is the first", async ({ page }) => {
  await settleIn(page, "install");
  await expect(page.locator("main[data-screen=bench]")).toBeVisible();
  await expect(page.locator("nav button").first()).toHaveAttribute("data-tab", "bench");
});

test("a sheet says its errors by row and column, takes another mapping, and is kept once it is right", async ({
  page,
  running,
}) => {
  await settleIn(page, "install");
  await giveSheet(page, "wrong.csv", [row("CT3-1", 41), row("CT3-2", 341)]);
  await expect(page.locator("[data-remark='3:3']")).toContainText("Row 3, IP");
  await expect(page.locator("[data-row='3']")).toHaveClass(/bg-wrong-wash/);
  if (running.target === "browser") {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save with remarks (CSV)" }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toMatch(/Remarks[\s\S]*192\.168\.1\.341.*IP/);
  }
  await page.locator("[data-heading=Till]").selectOption("notes");
  await expect(page.locator("[data-row='2']")).toContainText("41");
  await page.getByRole("button", { name: "Put the sheet away" }).click();
  await keepPlan(page, "right", [row("CT3-1", 41), row("CT3-2", 42)]);
  const plan = page.locator("[data-plan=right]");
  await expect(plan.locator("[data-counts]")).toContainText("2 free");
  await plan.getByRole("button", { name: "Rows", exact: true }).click();
  await plan.getByRole("searchbox").fill("ct3-2");
  await expect(plan.locator("[data-row]")).toHaveCount(1);
  if (running.target === "browser") {
    const download = page.waitForEvent("download");
    await plan.getByRole("button", { name: "Save as CSV" }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toMatch(/2,CT3-1,[\s\S]*3,CT3-2,/);
  }
});

test("a kept row is corrected, its errors at their fields, and what was corrected is what a dry run would set", async ({
  page,
}) => {
  await settleIn(page, "install");
  await keepPlan(page, "corrected", [row("", 41, "West"), row("CT3-2", 42, "West")]);
  const plan = page.locator("[data-plan=corrected]");
  await plan.getByRole("button", { name: "Rows", exact: true }).click();
  await plan.locator("[data-row='2']").getByRole("button", { name: "Correct" }).click();
  const editor = plan.locator("[data-row-editor='2']");
  await expect(editor.locator("input[name=cell-serialNumber]")).toBeFocused();
  await editor.getByRole("button", { name: "Leave it" }).click();
  await expect(plan.locator("[data-row='2']").getByRole("button", { name: "Correct" })).toBeFocused();
  await page.keyboard.press("Enter");
  await editor.locator("input[name=cell-address]").fill("192.168.1.42/24");
  await editor.getByRole("button", { name: "Keep the correction" }).click();
  await expect(editor.locator("input[name=cell-address]")).toHaveAttribute("aria-invalid", "true");
  expect(await listViolations(page)).toEqual([]);
  await editor.locator("input[name=cell-address]").fill("192.168.1.55/24");
  await editor.locator("input[name=cell-gateway]").press("Enter");
  await expect(plan.getByText("Row 2 is corrected.")).toBeVisible();
  await expect(plan.locator("[data-row='2']")).toContainText("192.168.1.55/24");
  await plan.getByRole("button", { name: "Set up terminals" }).click();
  // At the usual rate this one would be noise.
  const form = page.getByRole("form", { name: "Set terminals up" });
  await form.getByLabel("Bits per second (baud rate)").selectOption("9600");
  await page.getByText("Sign-in on the terminals, if they ask").click();
  await page.locator("input[name=user]").fill("till");
  await page.locator("input[name=password]").fill("not kept");
  await page.getByLabel("Only look: nothing is written").check();
  await page.locator("input[name=operator]").fill("Wang");
  await page.getByRole("radio", { name: "These" }).check();
  await page.locator("input[name=more-ports]").fill("demo:xcb@9600");
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.locator("[data-look=done]")).toContainText("192.168.1.55/24", { timeout: 20_000 });
  await endRun(page);
});

test("a sheet of many rows is searched as a whole, and so is what is wrong with it", async ({ page }) => {
  await settleIn(page, "install");
  const many = Array.from(
    { length: 1500 },
    (_, at) => `CT3-${at},North,10.0.${at >> 7}.${1 + (at % 128)},255.255.0.0,10.9.9.9,,${at}`,
  );
  await giveSheet(page, "many.csv", many);
  const rows = page.getByRole("region", { name: "Rows", exact: true });
  await rows.getByRole("searchbox").fill("CT3-1499");
  await expect(rows.locator("[data-row='1501']")).toHaveClass(/bg-wrong-wash/);
  await rows.getByRole("searchbox").fill("");
  await rows.getByRole("button", { name: "Row", exact: false }).first().click();
  // The last of all comes first, and not all of them are drawn.
  await expect(rows.locator("[data-row]").first()).toHaveAttribute("data-row", "1501");
  await expect(rows.locator("[data-row]")).toHaveCount(1000);
  const remarks = page.getByRole("region", { name: "What is to be looked at" });
  await remarks.getByRole("searchbox").fill("row 77,");
  await expect(remarks.locator("[data-remark^='77:']").first()).toBeVisible();
  await expect(remarks.locator("[data-remark^='78:']")).toHaveCount(0);
});

test("rows without an address get one from a pool", async ({ page }) => {
  await settleIn(page, "install");
  await giveSheet(page, "pool.csv", ["CT3-11,North,,,,,1", "CT3-12,North,,,,,2"]);
  await page.getByText("Addresses from a pool").click();
  await page.locator("input[name=pool-subnet]").fill("192.168.7.0/24");
  await page.locator("input[name=pool-gateway]").fill("192.168.7.1");
  await page.getByRole("button", { name: "Hand out the addresses" }).click();
  await expect(page.locator("[data-row='3']")).toContainText("192.168.7.3/24");
});

/** At the pace of a scanner, however busy this machine is; its first key alone would pause. */
function scan(page: Page, text: string): Promise<void> {
  return page.evaluate(
    (keys) => {
      for (const key of keys)
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    },
    [...Array.from(text), "Enter"],
  );
}

/** What is played, on the root element. */
function countTones(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.OscillatorNode = class extends OscillatorNode {
      override start(when?: number): void {
        const { dataset } = document.documentElement;
        dataset["tones"] = String(Number(dataset["tones"] ?? "0") + 1);
        super.start(when);
      }
    };
  });
}

test("two terminals are set at once, a stop says why and is tried again by keys, and the run outlives a reload", async ({
  page,
  running,
}) => {
  test.setTimeout(90_000);
  await settleIn(page, "install");
  await countTones(page);
  await keepPlan(page, "afternoon", [row("", 61), row("CT9-999", 62, "South")]);
  await startRun(page, "afternoon", "demo:xcb demo:linux");
  const done = page.locator("[data-look=done]");
  const stop = page.locator("[data-look=stop]");
  // Which of the two comes first gets the row that is for whichever comes next.
  await expect(done).toBeVisible({ timeout: 40_000 });
  await expect(done).toContainText("192.168.1.61/24");
  await expect(stop).toContainText("Stop", { timeout: 20_000 });
  // Two tones for what is done, three for a stop.
  await expect(page.locator("html")).toHaveAttribute("data-tones", "5");
  await page.reload();
  await expect(done).toContainText("192.168.1.61/24");
  await done.focus();
  await page.keyboard.press("Home");
  if (!(await stop.evaluate((card) => card === document.activeElement))) await page.keyboard.press("ArrowRight");
  await expect(stop).toBeFocused();
  await expect(page.locator("[data-chosen] [data-failure]")).toBeVisible();
  await countTones(page);
  await page.keyboard.press("Enter");
  // It stops, and is heard, a second time.
  await expect(page.locator("html")).toHaveAttribute("data-tones", "3", { timeout: 20_000 });
  await page.keyboard.press("p");
  await expect(page.locator("[data-run=paused]")).toBeVisible();
  await scan(page, "PX-90001");
  await expect(page.locator("[data-scan] [role=status]")).toContainText(
    "No row of the plan is for the terminal PX-90001",
  );
  await expect(page.locator("[data-run=paused]")).toBeVisible();
  // What one person chose for the bench holds in any window of it.
  await page.getByRole("button", { name: "Sounds" }).click();
  await expect(page.getByRole("button", { name: "Sounds" })).toHaveAttribute("aria-pressed", "false");
  await page.evaluate(() => {
    localStorage.clear();
    Storage.prototype.setItem = () => undefined;
  });
  await page.reload();
  await expect(page.getByRole("button", { name: "Sounds" })).toHaveAttribute("aria-pressed", "false");
  await endRun(page);
  await expect(page.locator("[data-printed=labels-a4]")).toContainText("192.168.1.61/24");
  if (running.target === "browser") expect(await measurePaper(page)).toEqual([[210, 297]]);
  expect(await listViolations(page)).toEqual([]);
});
