// Every screen that the window has, and how a person gets there: for axe, for the pictures and for the layout.
import { expect } from "@playwright/test";
import { savedLog } from "./saved-log.ts";
import { benchVisit, registerVisit } from "./bench-screens.ts";
import type { ScreenVisit } from "./screen-visit.ts";
import { awaitOutcome, awaitReport, choosePort, openScreen, readTerminal, writeHalfway } from "./window-steps.ts";

/** In an order in which each can follow the one before. */
export const screenVisits: readonly ScreenVisit[] = [
  { name: "no-terminal", open: (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible() },
  {
    name: "palette",
    open: async (page) => {
      await page.keyboard.press("Control+k");
      await expect(page.locator("dialog[data-palette] [role=option]").first()).toBeVisible();
    },
  },
  {
    name: "help",
    open: async (page) => {
      await page.keyboard.press("Escape");
      await expect(page.locator("dialog[open]")).toHaveCount(0);
      await page.keyboard.press("F1");
      await expect(page.locator("dialog[data-help] [data-explained]").first()).toBeVisible();
    },
  },
  {
    name: "guide",
    open: async (page) => {
      await page.keyboard.press("Escape");
      await page.locator("[data-guide=offered] button").first().click();
      await expect(page.locator("[data-guide='1']")).toBeVisible();
    },
  },
  {
    name: "without-cable",
    open: async (page) => {
      await page.getByRole("button", { name: /^(End the practice|结束练习)$/ }).click();
      await page.getByRole("button", { name: /^(No cable at hand|手边没有数据线)$/ }).click();
      await page.locator("main input[type=radio]").first().check();
      await page.locator("main button[type=submit]").click();
      await page.locator("input[name=address]").fill("192.168.1.23");
      await page.locator("input[name=mask]").fill("255.255.255.0");
      await page.locator("input[name=gateway]").fill("192.168.2.1");
      await expect(page.locator("[data-typed-finding]").first()).toBeVisible();
    },
  },
  {
    name: "without-cable-said",
    open: async (page) => {
      await page.locator("main button[type=submit]").click();
      await expect(page.locator("[data-question=since]")).toBeVisible();
    },
  },
  {
    name: "without-cable-verdict",
    open: async (page) => {
      await page.locator("main button[type=submit]").click();
      await expect(page.locator("[data-key-in]")).toBeVisible();
    },
  },
  {
    name: "pack",
    open: async (page) => {
      await page.getByRole("button", { name: /^(See everything that leaves|查看会带走的全部内容)$/ }).click();
      await page.locator("[data-picture]").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "preferences",
    open: async (page) => {
      await openScreen(page, "preferences");
      await expect(page.locator("[data-preferences=shown]")).toBeVisible();
    },
  },
  benchVisit,
  registerVisit,
  {
    name: "failure",
    open: async (page) => {
      await openScreen(page, "check");
      await choosePort(page, "tcp:127.0.0.1:1");
      await expect(page.locator("main [data-failure]")).toBeVisible();
      await page.getByRole("button", { name: /^(Why\?|为什么？)/ }).click();
      await expect(page.locator("main [data-doctor=present] [data-check]").first()).toBeVisible();
    },
  },
  {
    name: "login",
    open: async (page, { locked }) => {
      await choosePort(page, locked.port);
      await expect(page.locator("main input[type=password]")).toBeVisible({ timeout: 30_000 });
      await page.locator("main details summary").click();
    },
  },
  {
    name: "write-without-timer",
    open: async (page) => {
      await readTerminal(page, "demo:xcb");
      await page.getByRole("button", { name: /^(Fix|修复)$/ }).click();
      await expect(page.locator("[data-push=review] [data-timer=no]")).toBeVisible();
    },
  },
  {
    name: "modem",
    open: async (page) => {
      await readTerminal(page, "demo:at");
      await openScreen(page, "settings");
      await expect(page.getByTestId("signal-plot")).toBeVisible();
    },
  },
  {
    name: "console",
    open: async (page) => {
      await openScreen(page, "console");
      await page.getByRole("button", { name: /^(Open|打开)$/ }).click();
      await expect(page.locator("[data-console=watching]")).toBeVisible();
    },
  },
  {
    name: "interrupted",
    open: async (page, { open }) => {
      await readTerminal(page, open.port);
      await page.getByRole("button", { name: /^(Fix|修复)$/ }).click();
      await writeHalfway(page, open);
      open.cable.pull();
      open.cable.delay(0);
      await awaitOutcome(page, "unknown");
      await openScreen(page, "check");
      await page.getByRole("button", { name: /^(Connect again|重新连接)$/ }).click();
      await awaitReport(page);
      await expect(page.locator("main [data-interrupted]")).toBeVisible();
    },
  },
  {
    name: "settled",
    open: async (page) => {
      await page.getByRole("button", { name: /^(Settle it now|现在处理)$/ }).click();
      await awaitOutcome(page, "rolled-back");
    },
  },
  { name: "check", open: (page, { open }) => readTerminal(page, open.port) },
  {
    name: "why",
    open: async (page) => {
      await page.getByRole("button", { name: /^(Why does it fail\?|为什么连不上？)$/ }).click();
      await page.getByRole("button", { name: /^(Start the check|开始检查)$/ }).click();
      await expect(page.locator("[data-why=result]")).toBeVisible({ timeout: 40_000 });
    },
  },
  {
    name: "why-causes",
    open: async (page) => {
      await page.locator("main details summary").first().click();
      await expect(page.locator("[data-possible]").first()).toBeVisible();
    },
  },
  {
    name: "findings",
    open: async (page) => {
      await openScreen(page, "check");
      await page.locator("[data-finding] summary").first().click();
      await page.locator("[data-finding]").first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: "settings",
    open: async (page) => {
      await openScreen(page, "settings");
      await expect(page.getByTestId("ruler")).toBeVisible();
    },
  },
  {
    name: "term",
    open: async (page) => {
      await page.locator("[data-term=gateway]").click();
      await expect(page.locator("[data-term-text=gateway]")).toBeVisible();
    },
  },
  {
    name: "settings-wrong",
    open: async (page) => {
      await page.locator("input[name=mask]").fill("255.255.0.255");
      await page.locator("input[name=gateway]").fill("192.168.1.300");
      await page.locator("input[name=address]").focus();
      await page.locator("footer, [role=status]").first().waitFor({ state: "attached" });
    },
  },
  {
    name: "logs",
    open: async (page) => {
      await openScreen(page, "logs");
      await page.getByRole("button", { name: /^(Read|读取)$/ }).click();
      await expect(page.getByRole("log")).toBeVisible({ timeout: 20_000 });
    },
  },
  {
    name: "log-viewer",
    open: async (page) => {
      const buffer = Buffer.from(savedLog);
      await page.locator("[data-files]").setInputFiles({ name: "messages", mimeType: "text/plain", buffer });
      await expect(page.locator("[data-viewer=indexed]")).toBeVisible({ timeout: 20_000 });
      await expect(page.locator("[data-viewer]").getByText("heartbeat 3 ok")).toBeVisible();
    },
  },
  {
    name: "write",
    open: async (page) => {
      const viewer = page.locator("[data-viewer]");
      if (await viewer.isVisible()) await viewer.getByRole("button", { name: /^(Close|关闭)$/ }).click();
      await openScreen(page, "check");
      await page.getByRole("button", { name: /^(Fix|修复)$/ }).click();
      await expect(page.locator("[data-push=review]")).toBeVisible();
    },
  },
  {
    name: "writing",
    open: async (page, { open }) => {
      await writeHalfway(page, open);
      open.cable.hold();
    },
  },
  {
    name: "result",
    open: async (page, { open }) => {
      open.cable.release();
      open.cable.delay(0);
      await awaitOutcome(page, "confirmed");
    },
  },
  {
    name: "sign-in-failed",
    open: async (page) => {
      await page.getByRole("button", { name: /^(It failed|失败)$/ }).click();
      await expect(page.locator("[data-signed-in=failed]")).toBeVisible();
    },
  },
  {
    name: "history",
    open: async (page) => {
      await openScreen(page, "history");
      await expect(page.locator("[data-entry]").first()).toBeVisible();
    },
  },
  {
    name: "healthy",
    open: async (page) => {
      await openScreen(page, "check");
      await expect(page.locator("[data-verdict=healthy]")).toBeVisible({ timeout: 20_000 });
    },
  },
  {
    name: "cut-off",
    open: async (page, { open }) => {
      open.cable.pull();
      await expect(page.locator("main [data-failure]")).toBeVisible();
    },
  },
  {
    name: "write-refused",
    open: async (page) => {
      await page.getByRole("button", { name: /^(Connect again|重新连接)$/ }).click();
      await awaitReport(page);
      await openScreen(page, "push");
      await page.getByRole("button", { name: /^(Undo|撤销)$/ }).click();
      await expect(page.locator("[data-push=review] [role=alert]")).toBeVisible();
    },
  },
  {
    name: "unknown",
    open: async (page, { open }) => {
      await page.getByRole("checkbox", { name: /Write them all the same|仍然写入/ }).check();
      await writeHalfway(page, open);
      await expect.poll(open.witnessGateway, { intervals: [20] }).toBe("192.168.2.1");
      open.cable.pull();
      open.cable.delay(0);
      await awaitOutcome(page, "unknown");
    },
  },
  {
    name: "pending",
    open: async (page) => {
      await page.getByRole("button", { name: /^(Connect again and read|重新连接并读取)$/ }).click();
      await awaitOutcome(page, "pending");
    },
  },
];
