// The three windows that must look right: what has to be in sight is, and nothing is wider than the window.
import type { Locator, Page } from "@playwright/test";
import { screenVisits, type Tills } from "./screens.ts";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { readTerminal, settleIn, switchLanguage } from "./window-steps.ts";

let tills: Tills;

test.beforeEach(async () => {
  const [open, locked] = await Promise.all([startTill(), startTill({ login: "root-password" })]);
  tills = { open, locked };
});
test.afterEach(async () => {
  await Promise.all([tills.open.close(), tills.locked.close()]);
});

async function isWhollyInSight(page: Page, part: Locator): Promise<boolean> {
  const box = await part.boundingBox();
  const size = page.viewportSize();
  return (
    box !== null &&
    size !== null &&
    box.y >= 0 &&
    box.y + box.height <= size.height &&
    box.x >= 0 &&
    box.x + box.width <= size.width
  );
}

for (const [width, height] of [
  [1280, 800],
  [1024, 700],
  [910, 450],
] as const) {
  for (const language of ["en", "zh-CN"] as const) {
    test(`at ${width}x${height} in ${language} the sentence, the wrong hop and the button need no scrolling`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await settleIn(page, "shop", language);
      await readTerminal(page, tills.open.port);
      for (const part of [
        page.getByRole("heading", { level: 1 }),
        page.locator("[data-hop=router]"),
        page.getByRole("button", { name: /^(Fix|修复)$/ }),
      ]) {
        expect(await isWhollyInSight(page, part)).toBe(true);
      }
    });
  }

  test(`at ${width}x${height} no screen is wider than the window`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await settleIn(page);
    const wide: string[] = [];
    for (const visit of screenVisits) {
      await visit.open(page, tills);
      for (const language of ["zh-CN", "en"] as const) {
        await switchLanguage(page, language);
        const over = await page.evaluate(() =>
          ["html", "main", "aside nav"].filter((name) => {
            const part = document.querySelector(name);
            return part !== null && part.scrollWidth > part.clientWidth;
          }),
        );
        wide.push(...over.map((name) => `${visit.name} ${language}: ${name}`));
      }
    }
    expect(wide).toEqual([]);
  });
}
