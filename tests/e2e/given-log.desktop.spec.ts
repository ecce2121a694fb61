// A log that is opened from the desktop while the app runs: a second start hands its path to the first.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

test("a log that is opened from the desktop is shown in the window, with its card numbers masked", async ({
  page,
  running,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-given-"));
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
  rmSync(folder, { recursive: true });
});
