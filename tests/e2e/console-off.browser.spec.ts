// In a plain browser the raw console is off until a person asks for it on the command line.
import { expect, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

test("in a plain browser the console says that it is not allowed, and how it can be", async ({ page }) => {
  await settleIn(page, "repair");
  await openScreen(page, "console");
  await page.getByRole("combobox", { name: "Port" }).selectOption("demo:linux");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("The console is switched off here");
  await expect(page.locator("[data-console=closed]")).toBeVisible();
});
