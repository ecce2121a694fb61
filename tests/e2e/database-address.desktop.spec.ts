// The secret among the preferences goes in, is sealed by the system, and never comes back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

test("the address of a database goes in where the system seals it, and never comes back", async ({ page, running }) => {
  await settleIn(page);
  await openScreen(page, "preferences");
  const secret = "postgres://till:not-to-be-shown@db.example/register";
  await page.getByLabel("Address with user and password").fill(secret);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("An address is kept by this system")).toBeVisible();
  await expect(page.getByLabel("Address with user and password")).toHaveValue("");
  const shown = await page.content();
  const sealed = readFileSync(join(running.data, "database-url.sealed"), "latin1");
  expect([shown.includes("not-to-be-shown"), sealed.includes("not-to-be-shown")]).toEqual([false, false]);
  // Specs after this one have a register of their own again.
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("None: the register is on this computer.")).toBeVisible();
});
