// The register's file is saved and put back from the desktop app, which may name files of this computer.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

test("the register is backed up, and restored when a person is sure", async ({ page, running }) => {
  await settleIn(page, "repair");
  await openScreen(page, "register");
  await page.getByText("Back up and restore").click();
  const file = join(running.data, `register-${Date.now()}.backup`);
  await page.getByLabel("File on this computer").fill(file);
  await page.getByRole("button", { name: "Back up", exact: true }).click();
  await expect(page.getByText(`Saved and checked: ${file}`)).toBeVisible();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await page.getByRole("button", { name: "Put this file in the register’s place" }).click();
  await expect(page.getByText(`The register is what ${file} holds.`)).toBeVisible();
  expect(readFileSync(file, "latin1")).toContain("SQLite format 3");
});
