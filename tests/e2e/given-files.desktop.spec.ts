// Files of our own kinds that are opened from the desktop while the app runs: a second start hands their paths to the first.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { samplePack, samplePlan } from "./own-files.ts";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

let folder = "";
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-given-"));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

test("a log that is opened from the desktop is shown in the window, with its card numbers masked", async ({
  page,
  running,
}) => {
  const log = join(folder, "till.counterpart-log");
  // Not a real card: a made-up number with a valid check digit.
  writeFileSync(
    log,
    "2026-11-23 10:00:00 pay[12]: connect failed\n2026-11-23 10:00:01 pay[12]: pan 4000001234567899\n",
  );
  await settleIn(page);
  await running.openAgain(log);
  await expect(page.locator("main[data-screen=logs]")).toBeVisible();
  await expect(page.getByText("connect failed").first()).toBeVisible();
  await expect(page.getByText("4000001234567899")).toHaveCount(0);
});

test("a pack that is opened from the desktop is shown at the desk for packs", async ({ page, running }) => {
  const pack = join(folder, "Till 5.counterpart-pack");
  writeFileSync(pack, samplePack());
  await settleIn(page);
  await running.openAgain(pack);
  await expect(page.locator("[data-pack-opened=true]")).toContainText("CT-PACK-1");
});

test("a plan that is opened from the desktop is checked at the bench", async ({ page, running }) => {
  const plan = join(folder, "Friday.counterpart-plan");
  writeFileSync(plan, samplePlan);
  await settleIn(page);
  await running.openAgain(plan);
  await expect(page.locator("[data-draft=good]")).toContainText("Friday.counterpart-plan");
});

test("what is damaged is said where it would be shown", async ({ page, running }) => {
  const pack = join(folder, "cut.counterpart-pack");
  writeFileSync(pack, samplePack().subarray(0, 200));
  await settleIn(page);
  await running.openAgain(pack);
  await expect(page.locator("[data-why=pack]").getByRole("alert")).toContainText("cut.counterpart-pack");
});
