// The three windows that must look right: what has to be in sight is. Every screen is in layout.long.spec.ts.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { openScreen, readTerminal, settleIn, switchLanguage } from "./window-steps.ts";

let till: Till;

test.beforeEach(async () => {
  till = await startTill();
});
test.afterEach(() => till.close());

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

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 910, height: 450 },
] as const;
const languages = ["zh-CN", "en"] as const;

test("at each size and in each language the sentence, the wrong hop and the button need no scrolling", async ({
  page,
}) => {
  await settleIn(page, "shop");
  await readTerminal(page, till.port);
  const hidden: string[] = [];
  for (const language of languages) {
    await switchLanguage(page, language);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const parts = {
        sentence: page.getByRole("heading", { level: 1 }),
        hop: page.locator("[data-hop=router]"),
        button: page.getByRole("button", { name: /^(Fix|修复)$/ }),
      };
      for (const [name, part] of Object.entries(parts))
        if (!(await isWhollyInSight(page, part))) hidden.push(`${name} at ${size.width}x${size.height} in ${language}`);
    }
  }
  expect(hidden).toEqual([]);
});

test("in the lowest window also the way to the causes needs no scrolling, however long the terminal's name is", async ({
  page,
}) => {
  await settleIn(page, "shop");
  await readTerminal(page, "demo:linux-broken");
  await page.setViewportSize({ width: 910, height: 450 });
  const hidden: string[] = [];
  for (const language of languages) {
    await switchLanguage(page, language);
    const causes = page.getByRole("button", { name: /^(Why does it fail\?|为什么连不上？)$/ });
    if (!(await isWhollyInSight(page, causes))) hidden.push(language);
  }
  expect(hidden).toEqual([]);
});

test("where a screen has a footer of its own, only what is above it scrolls", async ({ page }) => {
  await settleIn(page, "shop");
  await readTerminal(page, "demo:linux-broken");
  await page.setViewportSize({ width: 910, height: 450 });
  const isScrolling = (): Promise<boolean | undefined> =>
    page.evaluate(() => {
      const main = document.querySelector("main");
      return main === null ? undefined : main.scrollHeight > main.clientHeight;
    });
  await openScreen(page, "settings");
  const found = [await isScrolling()];
  await page.locator("input[name=gateway]").fill("192.168.1.1");
  await page.getByRole("button", { name: "Check and write" }).click();
  await expect(page.locator("[data-push=review]")).toBeVisible();
  expect([...found, await isScrolling()]).toEqual([false, false]);
});

test("the frame stays where it is, whatever takes the focus at the end of a long list", async ({ page }) => {
  await settleIn(page, "shop", "zh-CN");
  await page.setViewportSize({ width: 910, height: 450 });
  await page.locator("[data-more-demos] summary").click();
  await page.locator("[data-port='demo:short-answers']").click();
  const moved = await page.evaluate(() => {
    document.querySelector("[data-port='demo:short-answers']")?.scrollIntoView({ block: "start" });
    document.querySelector("main")?.scrollIntoView({ block: "start" });
    return [document.scrollingElement, document.body, document.querySelector("#root")].map((part) => part?.scrollTop);
  });
  expect([moved, (await page.locator("header").boundingBox())?.y]).toEqual([[0, 0, 0], 0]);
});
