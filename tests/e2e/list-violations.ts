// What axe finds on the page as it is, and what is too low for a finger.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export async function listViolations(page: Page): Promise<readonly string[]> {
  // A colour on its way to another one is nobody's colour.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });
  // One page only: the desktop window opens no others.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** What can be pressed and is lower than a finger needs at the counter. */
export function listLow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, summary, select, label:has(input)")]
      .filter((one) => one.checkVisibility())
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => `lower than 44 px: ${one.outerHTML.slice(0, 120)}`),
  );
}
