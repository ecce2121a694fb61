// What the terminal tests with the new settings, what becomes of a test that fails, and the person's own last step.
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting, switchLanguage } from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
});
test.afterEach(async () => {
  await till.close();
});

test("the gateway's answer to the terminal is part of the result, and the sign-in is kept", async ({ page }) => {
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "Required: the gateway 192.168.1.1 answers" })).toBeChecked();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await expect(page.locator("[data-tested=gateway]")).toContainText("The gateway 192.168.1.1 answered the terminal.");
  await expect(page.getByText("the terminal got an answer from its gateway")).toBeVisible();
  await page.getByRole("button", { name: "It failed", exact: true }).click();
  await expect(page.locator("[data-signed-in=failed]")).toContainText("merchant and terminal number");
  await openScreen(page, "history");
  const entry = page.locator("[data-entry]").first();
  await expect(entry).toContainText("Sign-in on the terminal: it failed.");
  const lines = await entry.locator("[data-tested], [data-signed-in]").all();
  const tops = await Promise.all(lines.map(async (line) => (await line.boundingBox())?.y ?? 0));
  const steps = tops.slice(1).map((top, place) => Math.round(top - (tops[place] ?? 0)));
  expect([lines.length, new Set(steps).size]).toEqual([steps.length + 1, 1]);
});

test("a new address is tested from itself", async ({ page }) => {
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
  await page.locator("input[name=address]").fill("192.168.1.44");
  await page.locator("input[name=gateway]").fill("192.168.1.1");
  await page.getByRole("button", { name: "Check and write" }).click();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await expect(page.locator("[data-tested]")).toHaveCount(4);
  await switchLanguage(page, "zh-CN");
  await expect(page.getByText("终端已从新地址得到网关的应答")).toBeVisible();
});

test("a required test that fails puts the old settings back; not required, it is only told", async ({ page }) => {
  test.setTimeout(120_000);
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
  // Nobody has this address.
  await page.locator("input[name=gateway]").fill("192.168.1.99");
  await page.getByRole("button", { name: "Check and write" }).click();
  await startWriting(page);
  await awaitOutcome(page, "rolled-back");
  await expect(page.locator("[data-tested=gateway]")).toHaveAttribute("data-state", "failed");
  expect(await till.witnessGateway()).toBe("192.168.2.1");
  await page.getByRole("button", { name: "Look at it again" }).click();
  await page.getByRole("checkbox", { name: "Required: the gateway 192.168.1.99 answers" }).uncheck();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await expect(page.locator("[data-tested=gateway]")).toHaveAttribute("data-state", "failed");
  expect(await till.witnessGateway()).toBe("192.168.1.99");
});

test("a terminal that cannot go back by itself says so before and during the write", async ({ page }) => {
  await readTerminal(page, "demo:xcb");
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await expect(page.locator("[data-push=review] [data-timer=no]")).toContainText("cannot take a change back by itself");
  const moments = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const seen: string[] = [];
        const observer = new MutationObserver(() => {
          const moment = document.querySelector("[data-cable]")?.getAttribute("data-cable") ?? "";
          if (moment !== "" && !seen.includes(moment)) seen.push(moment);
          if (moment !== "after") return;
          observer.disconnect();
          resolve(seen.join(" "));
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
  );
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  expect(await moments).toMatch(/^(?:before )?reading(?: preparing)? unguarded confirming after$/);
});
