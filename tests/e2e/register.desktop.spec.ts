// What of the register only the desktop app does: it keeps the address of a shared one.
import { expect, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

test("a shared register that is out of reach is said in words, with what goes on, and asked again", async ({
  page,
}) => {
  await settleIn(page, "repair");
  await openScreen(page, "preferences");
  await page.getByLabel("Address with user and password").fill("postgres://till:not-shown@127.0.0.1:1/register");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("An address is kept by this system")).toBeVisible();
  await openScreen(page, "register");
  const failure = page.locator("[data-register=failed] [data-failure=register-unreachable]");
  await expect(failure).toContainText("127.0.0.1:1/register could not be reached");
  await expect(failure).toContainText("Work on what is claimed goes on");
  await expect(page.locator("main")).not.toContainText("not-shown");
  await openScreen(page, "preferences");
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("An address is kept by this system")).toBeHidden();
  await openScreen(page, "register");
  await expect(page.locator("[data-register=empty], [data-register=shown]")).toBeVisible();
});
