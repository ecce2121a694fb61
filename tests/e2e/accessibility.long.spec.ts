// The same screens for people who see little or want no motion: the system's colours, a contrast theme, 200 % zoom, a very
// large screen, and a window whose other side has ended.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { listViolations } from "./list-violations.ts";
import { findCut } from "./long-words.ts";
import type { Tills } from "./screen-visit.ts";
import { screenVisits } from "./screens.ts";
import { expect, root, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { choosePort, readTerminal, settleIn, switchTheme } from "./window-steps.ts";

// One of the screens is the raw console; a host of one's own may also be ended.
test.use({ allowsConsole: true });
test.describe.configure({ timeout: 400_000 });

const folder = join(root, ".cache/pictures");
let tills: Tills;

test.beforeEach(async () => {
  mkdirSync(folder, { recursive: true });
  const [open, locked] = await Promise.all([startTill(), startTill({ login: "root-password" })]);
  tills = { open, locked };
});
test.afterEach(async () => {
  await Promise.all([tills.open.close(), tills.locked.close()]);
});

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

for (const scheme of ["light", "dark"] as const) {
  test(`in the system's own ${scheme} colours axe finds nothing on any screen`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
    await settleIn(page, "shop");
    const found: string[] = [];
    for (const visit of screenVisits) {
      await visit.open(page, tills);
      found.push(...(await listViolations(page)).map((one) => `${visit.name}: ${one}`));
      await picture(page, `forced-${scheme}-${visit.name}`);
    }
    expect(found).toEqual([]);
  });
}

test("with a contrast theme axe finds nothing on any screen in either theme", async ({ page }) => {
  await page.emulateMedia({ contrast: "more" });
  await settleIn(page, "shop");
  const found: string[] = [];
  for (const visit of screenVisits) {
    await visit.open(page, tills);
    for (const theme of ["light", "dark"] as const) {
      await switchTheme(page, theme);
      found.push(...(await listViolations(page)).map((one) => `${visit.name}, ${theme}: ${one}`));
    }
    await picture(page, `contrast-${visit.name}`);
  }
  expect(found).toEqual([]);
});

/** CSS pixels of windows of 1280x800 and 1024x700 at 200 %. */
const zoomed = [
  { width: 640, height: 400 },
  { width: 512, height: 350 },
] as const;

test("at 200 % nothing on any screen is cut or wider than the window, and axe finds nothing", async ({ page }) => {
  await settleIn(page, "shop");
  const found: string[] = [];
  for (const visit of screenVisits) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit.open(page, tills);
    for (const size of zoomed) {
      await page.setViewportSize(size);
      // The page hears of its new size with its next frame.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      found.push(...(await findCut(page)).map((one) => `${visit.name} at ${size.width}: ${one}`));
    }
    found.push(...(await listViolations(page)).map((one) => `${visit.name}: ${one}`));
    await picture(page, `zoomed-${visit.name}`);
  }
  expect(found).toEqual([]);
});

test("on a screen of 3840x2160 no column of text is wider than people can read", async ({ page }) => {
  await page.setViewportSize({ width: 3840, height: 2160 });
  await settleIn(page, "shop");
  await readTerminal(page, tills.open.port);
  await picture(page, "large-check");
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll("main h1, main p, main li")].map((one) => one.getBoundingClientRect().width),
  );
  expect(Math.max(...widths)).toBeLessThan(1300);
});

test("without motion nothing moves while it connects", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await settleIn(page, "shop");
  tills.open.cable.hold();
  await choosePort(page, tills.open.port);
  await expect(page.locator("main [data-stage]").first()).toBeVisible();
  await expect(page.locator("main [data-left=seconds]")).toHaveText(/^about \d s left$/);
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().endTime) > 100).length,
  );
  tills.open.cable.release();
  expect(moving).toBe(0);
});

test("when the other side has ended the window says so, in both themes without a fault", async ({ page, running }) => {
  await settleIn(page, "shop");
  await running.process?.stop();
  await expect(page.locator("main[data-failure=link-closed]")).toBeVisible();
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await switchTheme(page, theme);
    found.push(...(await listViolations(page)));
    await picture(page, `gone-${theme}`);
  }
  expect(found).toEqual([]);
});
