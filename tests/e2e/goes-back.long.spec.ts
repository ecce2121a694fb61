// A write that was cut off, to its end: the terminal waits 90 s before it goes back, too long for every day.
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { pullWhileWriting, settleIn } from "./window-steps.ts";

test("pulled while writing: the terminal goes back by itself, and the window sees it", async ({ page }) => {
  test.setTimeout(200_000);
  const till = await startTill();
  try {
    await settleIn(page);
    await pullWhileWriting(page, till);
    await expect(page.locator("[data-outcome=settled-old]")).toBeVisible({ timeout: 120_000 });
    expect(await till.witnessGateway()).toBe("192.168.2.1");
  } finally {
    await till.close();
  }
});
