// Each target is wired: the page loads, both sides say hello, and a command is answered.
import { expect, test } from "./targets.ts";

/** The demo terminals are what the other side lists on every machine. */
const listed = /demo:linux-broken|演示终端|Demo terminal/;

test("the page loads and shows what the other side lists", async ({ page }) => {
  await expect(page.getByText(listed).first()).toBeVisible();
});

test("a reload finds the same side again", async ({ page }) => {
  await expect(page.getByText(listed).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(listed).first()).toBeVisible();
});
