// The main job on a real console: see the wrong gateway, fix it, and see it applied, with the kernel as the witness.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting } from "./window-steps.ts";

let till: Till;

test.beforeEach(async () => {
  till = await startTill();
});
test.afterEach(async () => {
  await till.close();
});

test("a wrong gateway is seen, fixed, and used by the terminal's kernel", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("192.168.2.1 is outside");
  await expect(page.locator("[data-hop=router]")).toHaveAttribute("data-state", "wrong");
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  const change = page.locator('[data-change="eth0.ipv4.gateway"]');
  await expect(change.locator("mark")).toHaveText(["2", "1"]);
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await expect(change.locator("[data-verdict]")).toHaveAttribute("data-verdict", "applied");
  await expect(change.locator("[data-verdict]")).toHaveAttribute("data-persisted", "true");
  expect(await till.witnessGateway()).toBe("192.168.1.1");
  await page.getByRole("button", { name: "To the check" }).click();
  await expect(page.locator("[data-verdict=healthy]")).toBeVisible({ timeout: 20_000 });
});

test("nothing is written before a person says that no payment is under way", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await page.getByRole("button", { name: "Write to the terminal" }).click();
  await expect(page.getByRole("alert")).toContainText("Tick this first");
  await expect(page.getByRole("checkbox", { name: /No payment/ })).toBeFocused();
  expect(await till.witnessGateway()).toBe("192.168.2.1");
});

test("undo puts the old gateway back, and is looked at first", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await page.locator('[data-finding="ipv4.gateway-outside-subnet"]').getByRole("button", { name: "Use this" }).click();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("These settings would be wrong")).toBeVisible();
  await page.getByRole("checkbox", { name: /Write them all the same/ }).check();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  expect(await till.witnessGateway()).toBe("192.168.2.1");
});

test("each finding says why, its values, its rule and its source", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  const finding = page.locator('[data-finding="ipv4.gateway-outside-subnet"]');
  await finding.getByText("Values, rule and source").click();
  await expect(finding).toContainText("nothing outside can be reached");
  await expect(finding).toContainText("192.168.1.254");
  await expect(finding).toContainText("ipv4.gateway-outside-subnet");
  await expect(finding).toContainText("RFC 1122");
});

test("where no correction is certain, the person is asked to choose and not told that nothing is to be done", async ({
  page,
}) => {
  await settleIn(page);
  await readTerminal(page, "demo:short-answers");
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choose how to correct it");
  await page.getByRole("button", { name: "Take this" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check before writing");
});

test("the whole job is done with the keyboard alone, and it is seen where the focus is", async ({ page }) => {
  await settleIn(page);
  await page.locator("aside form").getByRole("textbox").focus();
  await page.keyboard.type(till.port);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-verdict]")).toBeVisible({ timeout: 30_000 });
  await tabTo(page, "Fix");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-push=review]")).toBeVisible();
  await tabTo(page, "No payment is under way on this terminal, and no reversal is pending");
  await page.keyboard.press("Space");
  await tabTo(page, "Write to the terminal");
  await page.keyboard.press("Enter");
  await awaitOutcome(page, "confirmed");
  await openScreen(page, "check");
  expect(await till.witnessGateway()).toBe("192.168.1.1");
});

/** Presses Tab until what has the focus bears that name; all that has it on the way there is seen to have it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const { focused, isSeen, tag } = await page.evaluate(() => {
      const active = document.activeElement;
      const own = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : active?.textContent;
      // A field's frame has the outline of what is in it.
      const frames = [active, active?.parentElement].filter((one) => one !== null && one !== undefined);
      const isRinged = frames.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      });
      return { focused: own ?? "", isSeen: isRinged || active === document.body, tag: active?.outerHTML.slice(0, 100) };
    });
    if (!isSeen) throw new Error(`Nobody sees that this has the focus: ${tag}`);
    if (focused.trim() === name) return;
  }
  throw new Error(`Tab never reached ${name}`);
}
