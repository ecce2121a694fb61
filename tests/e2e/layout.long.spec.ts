// Every screen in the three windows that must look right: nothing is wider than the window, nor with words as long as German ones.
import { findHiddenButton, findTooLong } from "./long-words.ts";
import type { Tills } from "./screen-visit.ts";
import { screenVisits } from "./screens.ts";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { settleIn, switchLanguage } from "./window-steps.ts";

// One of the screens is the raw console.
test.use({ allowsConsole: true });

let tills: Tills;

test.beforeEach(async () => {
  const [open, locked] = await Promise.all([startTill(), startTill({ login: "root-password" })]);
  tills = { open, locked };
});
test.afterEach(async () => {
  await Promise.all([tills.open.close(), tills.locked.close()]);
});

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 910, height: 450 },
] as const;
const languages = ["zh-CN", "en"] as const;

/** Screens of one button, which needs no scrolling; others are forms and reports, which are longer than a window. */
const withButton: readonly string[] = ["no-terminal", "failure", "check", "healthy", "settings", "write"];

/** Where long words need room most. */
const tight = [sizes[1], sizes[2]] as const;

test("at each size and in each language no screen is wider than the window, nor with words as long as German ones", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await settleIn(page);
  const wide: string[] = [];
  for (const visit of screenVisits) {
    await visit.open(page, tills);
    for (const language of languages) {
      await switchLanguage(page, language);
      for (const size of sizes) {
        await page.setViewportSize(size);
        const over = await page.evaluate(() =>
          ["html", "main", "aside nav"].filter((name) => {
            const part = document.querySelector(name);
            return part?.checkVisibility({ visibilityProperty: true }) === true && part.scrollWidth > part.clientWidth;
          }),
        );
        wide.push(...over.map((name) => `${visit.name} ${language} at ${size.width}: ${name}`));
      }
    }
    for (const size of tight) {
      await page.setViewportSize(size);
      const long = [
        ...(await findTooLong(page)),
        ...(withButton.includes(visit.name) ? await findHiddenButton(page) : []),
      ];
      wide.push(...long.map((what) => `${visit.name} in long words at ${size.width}: ${what}`));
    }
  }
  expect(wide).toEqual([]);
});
