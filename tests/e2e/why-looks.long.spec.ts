// Each state of "Why does it fail?": axe finds nothing in either theme, fingers hit what can be pressed, nothing is too wide.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { listLow, listViolations } from "./list-violations.ts";
import type { Tills } from "./screen-visit.ts";
import { screenVisits } from "./screens.ts";
import { expect, test } from "./targets.ts";
import { readTerminal, settleIn, switchLanguage, switchTheme } from "./window-steps.ts";
import { whyVisits } from "./why-screens.ts";

/** None of these screens has a terminal on a cable. */
const noTills = {} as Tills;

const before = screenVisits.slice(0, screenVisits.findIndex(({ name }) => name === "pack") + 1);

const widths = [
  { width: 1024, height: 700 },
  { width: 910, height: 450 },
] as const;

async function listWide(page: Page): Promise<readonly string[]> {
  const wide: string[] = [];
  for (const size of widths) {
    await page.setViewportSize(size);
    for (const language of ["zh-CN", "en"] as const) {
      await switchLanguage(page, language);
      const isWide = await page.evaluate(() => {
        const main = document.querySelector("main");
        return main !== null && main.scrollWidth > main.clientWidth;
      });
      if (isWide) wide.push(`wider than the window: ${language} at ${size.width}`);
    }
  }
  return wide;
}

test("no state of the check without a cable, its pack, the codes or the care cards fails axe, in either theme", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await settleIn(page, "shop");
  for (const visit of before) await visit.open(page, noTills);
  const found: string[] = [];
  for (const visit of whyVisits) {
    await visit.open(page, noTills);
    found.push(...(await look(page, visit.name)));
    found.push(...(await listLow(page)).map((one) => `${visit.name}: ${one}`));
  }
  expect(found).toEqual([]);
});

async function look(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  // A narrow bar has no switches of the theme.
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const theme of ["light", "dark"] as const) {
    await switchTheme(page, theme);
    found.push(...(await listViolations(page)).map((one) => `${name}, ${theme}: ${one}`));
  }
  return [...found, ...(await listWide(page)).map((one) => `${name}: ${one}`)];
}

test("neither the technician's comparison nor an opened pack fails axe, in either theme", async ({ page }) => {
  test.setTimeout(120_000);
  await settleIn(page, "repair");
  await readTerminal(page, "demo:linux-broken");
  await page.getByRole("button", { name: "Why does it fail?" }).click();
  await page.getByRole("button", { name: "Start the check" }).click();
  await expect(page.locator("[data-differs]").first()).toBeVisible({ timeout: 60_000 });
  const found = [...(await look(page, "healthy"))];
  await page.getByRole("button", { name: "See everything that leaves" }).click();
  await page.locator("[data-pack=shown] input[value=zip]").check();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save for the technician/ }).click();
  const path = await (await download).path();
  await page.locator("[data-why-part=pack]").click();
  await page.locator("[data-why=pack] input[type=file]").setInputFiles({
    name: "pack.zip",
    mimeType: "application/zip",
    buffer: readFileSync(path),
  });
  await expect(page.locator("[data-answer]")).toBeVisible();
  found.push(...(await look(page, "opened pack")));
  expect(found).toEqual([]);
});
