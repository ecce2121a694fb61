// Each target is wired: the page loads, both sides say hello, and a command is answered.
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

test("the page loads and shows what the other side lists", async ({ page }) => {
  await settleIn(page);
  await expect(page.getByText("demo:linux-broken")).toBeVisible();
});

test("a reload finds the same side again", async ({ page }) => {
  await settleIn(page);
  await expect(page.getByText("demo:linux-broken")).toBeVisible();
  await page.reload();
  await expect(page.getByText("demo:linux-broken")).toBeVisible();
});
