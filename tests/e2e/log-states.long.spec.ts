// Every state of the viewer of logs, for axe in both themes and for a person without a mouse; and two logs side by side.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { openScreen, settleIn, switchTheme } from "./window-steps.ts";

const beat = (at: number): string => `Nov ${20 + (at % 2)} 10:${String(at % 60).padStart(2, "0")}:00 pos payd[812]`;
const lines = Array.from({ length: 600 }, (_, at) =>
  at % 40 === 0 ? `${beat(at)}: sale respCode=91 refused` : `${beat(at)}: heartbeat ${at} ok`,
);

async function give(page: Page, place: string, text: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`${text.join("\n")}\n`);
  await page.locator(`${place}[data-files]`).setInputFiles({ name: "till.log", mimeType: "text/plain", buffer });
}

async function openLog(page: Page): Promise<void> {
  await settleIn(page, "repair");
  await openScreen(page, "logs");
  await give(page, "", lines);
  await expect(page.locator("[data-viewer=indexed]")).toBeVisible();
  await expect(page.getByRole("listbox", { name: "Log lines" })).toContainText("heartbeat 1 ok");
}

/** Each follows the one before. */
const states: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ["opened", async () => undefined],
  [
    "filters, a line and its codes",
    async (page) => {
      await page.getByRole("button", { name: "Filters" }).click();
      await page.getByRole("searchbox", { name: "Search", exact: true }).fill("respCode");
      await expect(page.getByText("15 hits")).toBeVisible();
      await page.getByRole("listbox").getByRole("option").first().click();
      await page.getByRole("button", { name: "Line", exact: true }).click();
      await page.getByRole("button", { name: "Code 91: what it means" }).click();
      await expect(page.locator("[data-code='91']")).toContainText("Issuer cannot work");
    },
  ],
  [
    "causes, and the current line out of sight",
    async (page) => {
      await page.getByRole("button", { name: "Causes" }).click();
      await page.getByRole("button", { name: "Show its lines" }).first().click();
      await expect(page.locator("[data-cause-note=C26]")).toBeVisible();
      await expect(page.locator("[data-counted-code='91']")).toContainText("15 lines");
      await page.locator("[data-cause-note]").click();
    },
  ],
  [
    "two logs compared",
    async (page) => {
      await page.getByRole("searchbox", { name: "Search", exact: true }).fill("");
      await page.getByRole("button", { name: "Compare", exact: true }).first().click();
      await page.getByRole("button", { name: "Compare", exact: true }).nth(1).click();
      await expect(page.locator("[data-compared]")).toBeVisible();
      await give(
        page,
        "[data-pane-content=compare] ",
        lines.map((line) => line.replace("heartbeat", "pulse")),
      );
      await expect(page.locator("[data-compared='2']")).toContainText("payd[#]: pulse # ok");
      await expect(page.locator("[data-beside]")).toContainText("pulse 1 ok");
    },
  ],
  [
    "nothing found",
    async (page) => {
      await page.getByRole("searchbox", { name: "Search", exact: true }).fill("no such text");
      await expect(page.getByText("No line passes these filters.")).toBeVisible();
    },
  ],
  [
    "an expression that cannot be used",
    async (page) => {
      await page.getByRole("button", { name: "Regular expression" }).click();
      await page.getByRole("searchbox", { name: "Search", exact: true }).fill("(");
      await expect(page.getByText("This expression cannot be used")).toBeVisible();
    },
  ],
];

test("in every state of the viewer axe finds nothing, in either theme, and the page itself never scrolls", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openLog(page);
  const found: unknown[] = [];
  for (const [name, reach] of states) {
    await reach(page);
    for (const theme of ["light", "dark"] as const) {
      await switchTheme(page, theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => [name, theme, id, nodes[0]?.html]));
    }
    if ((await page.evaluate(() => document.documentElement.scrollTop)) > 0) found.push([name, "scrolled"]);
  }
  expect(found).toEqual([]);
});

test("without a mouse everything in the viewer is reached, and its focus is seen", async ({ page }) => {
  await openLog(page);
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("button", { name: "Causes" }).click();
  await expect(page.locator("[data-cause=C26]")).toBeVisible();
  const wanted = await page
    .locator("[data-viewer] :is(button, input, select, textarea, [tabindex='0']):not(:disabled):visible")
    .count();
  await page.locator("[data-tab=console]").focus();
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let step = 0; step < wanted + 30; step++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element.closest("[data-viewer]") === null) return null;
      element.setAttribute("data-was-reached", "");
      // The browser outlines the parts of a date, and its calendar, itself.
      if (element instanceof HTMLInputElement && element.type.startsWith("date"))
        return { html: element.outerHTML, shown: true };
      const shown = [element, element.parentElement].some(
        (each) => each !== null && getComputedStyle(each).outlineStyle !== "none",
      );
      return { html: element.outerHTML.slice(0, 120), shown };
    });
    if (focus !== null) reached.add(focus.html);
    if (focus?.shown === false) unseen.push(focus.html);
  }
  const count = await page.locator("[data-was-reached]").count();
  expect([unseen, count, reached.size > 10]).toEqual([[], wanted, true]);
});
