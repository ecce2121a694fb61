// Preferences: stored when chosen, there after a reload, taken to another computer and back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./targets.ts";
import { openScreen, settleIn, switchLanguage, switchTheme } from "./window-steps.ts";

test.beforeEach(async ({ page }) => {
  await settleIn(page);
  await openScreen(page, "preferences");
  await expect(page.getByRole("heading", { name: "Preferences", level: 1 })).toBeVisible();
});

test("what is chosen is stored at once and is there after a reload", async ({ page, running }) => {
  await page.getByLabel("Site policy").fill("/srv/site.yaml");
  await page.getByLabel("Site policy").press("Enter");
  await expect(page.getByText("Saved.").last()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Site policy")).toHaveValue("/srv/site.yaml");
  expect(readFileSync(join(running.data, "preferences.json"), "utf8")).toContain('"policyFile": "/srv/site.yaml"');
  await page.getByLabel("Site policy").fill("");
  await page.getByLabel("Site policy").press("Enter");
});

test("a window that has kept nothing of its own begins as the last one was left", async ({ page }) => {
  await page.locator("main").getByRole("radio", { name: "I repair terminals" }).click();
  await page.locator("main").locator("select").selectOption("9600");
  await switchTheme(page, "dark");
  await switchLanguage(page, "zh-CN");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await openScreen(page, "preferences");
  await expect(page.locator("main select")).toHaveValue("9600");
});

test("a number that is none is said where it stands, and not stored", async ({ page }) => {
  await page.getByLabel("Days").fill("many");
  await page.getByLabel("Days").press("Enter");
  await expect(page.getByText("A whole number, please.")).toBeVisible();
});

test("what was stored far down the page is said where a person looks", async ({ page }) => {
  await page.setViewportSize({ width: 910, height: 450 });
  await page.getByLabel("Days").fill("30");
  await page.getByLabel("Days").press("Enter");
  const said = page.getByText("Saved.").last();
  await expect(said).toBeVisible();
  await expect(said).toBeInViewport({ ratio: 1 });
  await page.getByLabel("Days").fill("90");
  await page.getByLabel("Days").press("Enter");
});

test("what is saved as a file is taken over from it, in the language that it names", async ({ page }) => {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const saved = readFileSync(await (await saving).path(), "utf8");
  const changed = saved
    .replace(/"language": (?:null|"[a-zA-Z-]+")/, '"language": "zh-CN"')
    .replace('"days": 90', '"days": 12');
  await page.locator("input[type=file]").setInputFiles({
    name: "counterpart-preferences.json",
    mimeType: "application/json",
    buffer: Buffer.from(changed),
  });
  await expect(page.getByRole("heading", { name: "偏好设置", level: 1 })).toBeVisible();
  await expect(page.getByLabel("天数")).toHaveValue("12");
});

test("a file that is none of ours changes nothing, and that is said", async ({ page }) => {
  const buffer = Buffer.from('{"theme":"purple"}');
  await page.locator("input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
  await expect(page.getByRole("alert")).toContainText("Nothing of it was used.");
});
