// What a person may do in between: switch the language, load the window again, open another window.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import {
  awaitOutcome,
  awaitReport,
  choosePort,
  openScreen,
  readTerminal,
  settleIn,
  switchLanguage,
  writeHalfway,
} from "./window-steps.ts";

/** The buttons of the desktop's question; see electron/main/ask-before-leaving.ts. */
const keepWriting = 0;
const leaveAnyway = 1;

let till: Till;

test.beforeEach(async () => {
  till = await startTill();
});
test.afterEach(async () => {
  await till.close();
});

test("the language changes at once and loses nothing that was typed", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
  await page.locator("input[name=gateway]").fill("192.168.1.9");
  await switchLanguage(page, "zh-CN");
  await expect(page.getByText("要写入 1 项改动")).toBeVisible();
  await expect(page.locator("input[name=gateway]")).toHaveValue("192.168.1.9");
  await openScreen(page, "check");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("不在终端所在的网段里");
});

test("the language is the system's, also when that changes, until a person chooses one", async ({ page }) => {
  const speak = (language: string): Promise<void> =>
    page.evaluate((spoken) => {
      Object.defineProperty(navigator, "languages", { configurable: true, get: () => [spoken] });
      dispatchEvent(new Event("languagechange"));
    }, language);
  const html = page.locator("html");
  await speak("zh-Hans-CN");
  await expect(html).toHaveAttribute("lang", "zh-CN");
  await speak("de-DE");
  await expect(html).toHaveAttribute("lang", "en");
  await speak("zh-CN");
  await settleIn(page);
  await speak("zh-Hans-CN");
  await expect(html).toHaveAttribute("lang", "en");
});

test("the language changes while settings are written, and the result comes in it", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await writeHalfway(page, till);
  const left = page.locator("main [data-left]");
  await expect(left).toHaveText(/^(about \d+ s left|almost done|longer than usual)$/);
  await switchLanguage(page, "zh-CN");
  await expect(left).toHaveText(/^(大约还需 \d+ 秒|马上就好|比平时久)$/);
  till.cable.delay(0);
  await expect(page.getByRole("heading", { name: "已写入，并从终端读回核对" })).toBeVisible({ timeout: 45_000 });
});

test("loading the window again finds the terminal, the screen and what was typed", async ({ page }) => {
  await settleIn(page, "repair");
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
  await page.locator("input[name=gateway]").fill("192.168.1.9");
  await page.reload();
  await expect(page.locator("main[data-screen=settings]")).toBeVisible();
  await expect(page.locator("input[name=gateway]")).toHaveValue("192.168.1.9", { timeout: 30_000 });
  await openScreen(page, "check");
  await awaitReport(page);
});

test("loading the window again while settings are written ends in a state that is known and true", async ({
  page,
  running,
}) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await writeHalfway(page, till);
  await running.answer(leaveAnyway);
  if (running.target === "browser") page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  till.cable.delay(0);
  const settled = page.locator('[data-outcome^="settled-"]');
  await expect(settled).toBeVisible({ timeout: 60_000 });
  const isNew = (await settled.getAttribute("data-outcome")) === "settled-new";
  expect(await till.witnessGateway()).toBe(isNew ? "192.168.1.1" : "192.168.2.1");
});

test("the window asks before it goes while settings are written, and stays when told to", async ({ page, running }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await writeHalfway(page, till);
  await running.answer(keepWriting);
  const asked = running.target === "browser" ? page.waitForEvent("dialog") : null;
  await page.evaluate(() => void setTimeout(() => location.reload(), 0));
  await (await asked)?.dismiss();
  till.cable.delay(0);
  // Not by a locator: it would wait for the navigation that did not come.
  const isWritten = (): Promise<boolean> =>
    page.evaluate(() => document.querySelector("[data-outcome=confirmed]") !== null);
  await expect.poll(isWritten, { timeout: 45_000 }).toBe(true);
  expect(await till.witnessGateway()).toBe("192.168.1.1");
});

test("stopping a write puts the old settings back", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, till.port);
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await writeHalfway(page, till);
  await page.getByRole("button", { name: "Stop and put the old settings back" }).click();
  till.cable.delay(0);
  await awaitOutcome(page, "rolled-back");
  expect(await till.witnessGateway()).toBe("192.168.2.1");
});

test("a password reaches the terminal and stays nowhere in the window", async ({ page }) => {
  await till.close();
  till = await startTill({ login: "root-password" });
  await settleIn(page);
  await page.locator("aside form").getByRole("textbox").fill(till.port);
  await page.locator("aside form").getByRole("button", { name: "Connect" }).click();
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("The terminal asks for the password of root.")).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("Password", { exact: true }).fill("not it");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "The login was refused" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await page.getByLabel("Password", { exact: true }).fill(till.peer.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await awaitReport(page);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.body.innerHTML]),
  );
  expect(kept).not.toContain(till.peer.password);
});

test("a user without rights may read; with root's password the same user may write", async ({ page }) => {
  await till.close();
  till = await startTill({ login: "user-su" });
  await settleIn(page);
  await choosePort(page, till.port);
  await logIn(page, till.peer.user, till.peer.password);
  await awaitReport(page);
  await expect(page.getByRole("button", { name: "Fix", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Log in with more rights" }).click();
  await page.getByRole("radio", { name: "su", exact: true }).click();
  await page.getByLabel("Root's password").fill(till.peer.rootPassword);
  await logIn(page, till.peer.user, till.peer.password);
  await expect(page.getByRole("button", { name: "Fix", exact: true })).toBeVisible({ timeout: 30_000 });
});

async function logIn(page: Page, user: string, password: string): Promise<void> {
  await page.getByLabel("User name").fill(user, { timeout: 30_000 });
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

test.describe("two windows", () => {
  test.use({ moreClients: 1 });

  test("each shows a terminal of its own; a third is told why it is not let in", async ({ page, running }) => {
    const [address] = running.moreAddresses;
    await settleIn(page);
    await readTerminal(page, till.port);
    // The desktop window is alone: a second start brings the first one to the front.
    if (address === undefined) return;
    const other = await page.context().newPage();
    await other.goto(address);
    await choosePort(other, till.port.replace(/\d+$/, "1"));
    await expect(other.getByRole("heading", { name: "Nobody accepts the connection" })).toBeVisible();
    await expect(page.locator("[data-verdict]")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("192.168.2.1 is outside");
    const third = await page.context().newPage();
    await third.goto(new URL("/", address).href);
    await expect(third.getByRole("alert")).toContainText("was not let in");
  });
});
