// Log files opened in the viewer: sent by a browser as they are, shown masked, searched, filtered and copied.
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { makeCardNumber, maskExpected } from "../core/logs/card-numbers.ts";
import { expect, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

const pan = makeCardNumber("622588", 19, [0.1, 0.7, 0.3]);
const many = 20_000;
const spoken = many.toLocaleString("en");
const lines = Array.from({ length: many }, (_, at) => {
  const clock = new Date(Date.UTC(2026, 10, 20) + at * 1000).toISOString().slice(11, 19);
  return `Nov 20 ${clock} pos payd[812]: heartbeat ${at + 1} ok`;
});
lines[1000] = "Nov 20 00:16:40 pos dhclient[401]: No DHCPOFFERS received.";
lines[1001] = `Nov 20 00:16:41 pos payd[812]: card ${pan} <b>bold</b> \u001b[31mred`;
lines[many - 1] = "Nov 20 05:33:19 pos payd[812]: 打印机缺纸";

async function openLog(page: Page): Promise<void> {
  await settleIn(page, "repair");
  await openScreen(page, "logs");
  const buffer = gzipSync(`${lines.join("\n")}\n`);
  await page.locator("[data-files]").setInputFiles({ name: "messages.1.gz", mimeType: "application/gzip", buffer });
  await expect(page.locator("[data-viewer=indexed]")).toBeVisible({ timeout: 30_000 });
}

test("a packed log is opened, scrolled from end to end, searched, explained and closed", async ({ page }) => {
  await openLog(page);
  const list = page.getByRole("listbox");
  await expect(list).toContainText("heartbeat 1 ok");
  await list.focus();
  await page.keyboard.press("End");
  await expect(list).toContainText("打印机缺纸");
  expect(await list.getByRole("option").count()).toBeLessThan(100);
  await page.keyboard.press("Home");
  await expect(list).toContainText("heartbeat 1 ok");
  await page.locator("[data-go-to]").fill("15000");
  await page.locator("[data-go-to]").press("Enter");
  await expect(list.locator("[aria-selected=true]")).toContainText("heartbeat 15000 ok");
  await page.getByRole("searchbox").fill("dhcpoffers");
  await expect(page.getByText(`1 of ${spoken} lines · 1 hit`)).toBeVisible();
  await list.getByText("DHCPOFFERS").click();
  await page.getByRole("button", { name: "Line", exact: true }).click();
  await expect(page.locator("[data-explained]")).toContainText("C05");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.locator("[data-viewer]")).toHaveCount(0);
});

test("lines are text, masked on the screen, in a copy and behind a cause", async ({ page }) => {
  await openLog(page);
  await page.getByRole("searchbox").fill("card ");
  const list = page.getByRole("listbox");
  await expect(list).toContainText("<b>bold</b> ^[[31mred");
  await expect(list.locator("[data-mask]")).toHaveText(maskExpected(pan));
  await list.locator("[data-mask]").click();
  const copied = await page.evaluate(async () => {
    // What is copied is fetched when it is chosen.
    for (let tries = 0; tries < 100; tries++) {
      const data = new DataTransfer();
      document
        .querySelector("[role=listbox]")
        ?.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true }));
      if (data.getData("text/plain") !== "") return data.getData("text/plain");
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return "";
  });
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Causes" }).click();
  await expect(page.locator("[data-cause=C05]")).toContainText("1 line ·");
  await page.locator("[data-cause=C05]").getByText("No DHCPOFFERS").click();
  await expect(list.locator("[aria-selected=true]")).toContainText("No DHCPOFFERS");
  expect([
    copied.includes(pan),
    copied.includes(maskExpected(pan)),
    /^# messages\.1\.gz: UTC[+-]/.test(copied),
  ]).toEqual([...[false, true, true]]);
});

test("a second log is compared as soon as it is open, also after two days were", async ({ page }) => {
  await openLog(page);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.locator("[data-pane-content=compare]").getByRole("button", { name: "Compare" }).click();
  await expect(page.locator("[data-compared]")).toContainText(`${spoken} lines against ${spoken}`);
  const other = Buffer.from("Nov 20 00:00:01 pos payd[812]: pulse 1 ok\n");
  await page
    .locator("[data-pane-content=compare] [data-files]")
    .setInputFiles({ name: "till-08.log", mimeType: "text/plain", buffer: other });
  await expect(page.locator("[data-compared]")).toContainText("payd[#]: pulse # ok");
  await expect(page.locator("[data-beside]")).toContainText("pulse 1 ok");
});

test("a comparison in a low window moves nothing but its own pane", async ({ page }) => {
  await page.setViewportSize({ width: 910, height: 450 });
  await openLog(page);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.locator("[data-pane-content=compare]").getByRole("button", { name: "Compare" }).click();
  await expect(page.locator("[data-compared]")).toBeInViewport();
  const moved = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter(
      (element) => element.scrollTop > 0 && element.closest("[data-pane-content]") === null,
    ),
  );
  await page.getByRole("button", { name: "Causes" }).click();
  const causesTop = await page.locator("[data-pane-content=causes]").evaluate((pane) => pane.scrollTop);
  expect([moved.length, causesTop]).toEqual([0, 0]);
});

test("restarts less than a day apart are not called normal", async ({ page }) => {
  await settleIn(page, "repair");
  await openScreen(page, "logs");
  const boot = (day: number, hour: number): string =>
    [
      `Nov ${day} ${hour}:00:00 pos kernel: Linux version 5.10.0`,
      ...Array.from({ length: 60 }, (_, at) => `Nov ${day} ${hour}:01:${String(at).padStart(2, "0")} pos payd[1]: ok`),
    ].join("\n");
  const give = async (name: string, text: string): Promise<void> => {
    const buffer = Buffer.from(`${text}\n`);
    await page.locator("[data-files]").first().setInputFiles({ name, mimeType: "text/plain", buffer });
    await expect(page.locator("[data-viewer=indexed]")).toBeVisible();
  };
  await give("daily.log", `${boot(18, 10)}\n${boot(19, 10)}`);
  await page.getByRole("button", { name: "Causes" }).click();
  await expect(page.locator("[data-cause=normal]")).toContainText("It is normal.");
  await page.getByRole("button", { name: "Close" }).click();
  await give("odd.log", `${boot(18, 10)}\n${boot(18, 15)}\n${boot(19, 10)}`);
  await page.getByRole("button", { name: "Causes" }).click();
  await expect(page.locator("[data-cause=normal]")).toContainText("2 restarts came less than a day");
});
