// Pictures of one screen: both languages, both themes, any size; in .cache/pictures, for whoever looks at them.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { root } from "./targets.ts";
import { switchLanguage, switchTheme } from "./window-steps.ts";

export type Size = readonly [width: number, height: number];

const looks = [
  { language: "zh-CN", theme: "light" },
  { language: "en", theme: "dark" },
] as const;

interface Look {
  readonly language: (typeof looks)[number]["language"];
  readonly theme: (typeof looks)[number]["theme"];
  /** A picture in a window of that size. Resolves with the pixels by which the screen is wider than it. */
  readonly take: (size: Size) => Promise<number>;
}

/** Each begins in a window that is wide enough for the switches of the theme. */
export async function inBothLooks(page: Page, name: string, see: (look: Look) => Promise<void>): Promise<void> {
  const folder = join(root, ".cache/pictures");
  mkdirSync(folder, { recursive: true });
  for (const { language, theme } of looks) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await switchLanguage(page, language);
    await switchTheme(page, theme);
    const take = async ([width, height]: Size): Promise<number> => {
      const path = join(folder, `${name}-${language}-${theme}-${width}.png`);
      await page.setViewportSize({ width, height });
      await page.screenshot({ path, animations: "disabled" });
      return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    };
    await see({ language, theme, take });
  }
}
