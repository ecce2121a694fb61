// As many lines as can be asked for: read from a real console, scrolled and filtered as if they were few.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { openScreen, readTerminal, settleIn } from "./window-steps.ts";

const lines = 20_000;
const said = lines.toLocaleString("en");
/** Every hundredth line is longer than any window is wide. */
const writeLog = `awk 'BEGIN { for (n = 1; n <= ${lines}; n++)
  printf "Nov 22 10:00:00 till payd[412]: message %05d of the day%s\\n", n,
    n % 100 == 0 ? sprintf("%400s", "in detail") : "" }' >/var/log/messages`;

test("twenty thousand lines scroll and are filtered without a pause", async ({ page }) => {
  const till = await startTill();
  try {
    await till.peer.inNamespace(writeLog);
    await settleIn(page, "repair");
    await readTerminal(page, till.port);
    await openScreen(page, "logs");
    await page.getByRole("radio", { name: /20,?000/ }).click();
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await expect(page.getByText(`${said} of ${said} lines`)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("log")).toContainText(`message ${lines} of the day`);
    expect(await page.locator("[data-index]").count()).toBeLessThan(200);
    const rounds: number[] = [];
    // Other programs share this machine: the best of three rounds is the window's own time.
    for (let round = 0; round < 3; round++) rounds.push(await measureInteractions(page));
    expect(Math.min(...rounds)).toBeLessThanOrEqual(100);
  } finally {
    await till.close();
  }
});

/** Milliseconds of the longest answer to a key, a turn of the wheel or a jump, until it is painted. */
async function measureInteractions(page: Page): Promise<number> {
  const observed = await page.evaluateHandle(() => {
    const durations: number[] = [];
    const note = (list: PerformanceEntryList): void => void durations.push(...list.map(({ duration }) => duration));
    const options = { type: "event", durationThreshold: 16 } as PerformanceObserverInit;
    new PerformanceObserver((list) => note(list.getEntries())).observe(options);
    new PerformanceObserver((list) => note(list.getEntries())).observe({ type: "longtask" });
    return durations;
  });
  const log = page.getByRole("log");
  const search = page.getByRole("searchbox");
  await log.hover();
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, -900);
  await log.focus();
  await page.keyboard.press("Home");
  await expect(log).toContainText("message 00001 of the day");
  await search.pressSequentially("00 of");
  await expect(page.getByText(`200 of ${said} lines`)).toBeVisible();
  await expect(log.locator("mark").last()).toBeInViewport();
  await search.fill("");
  await expect(page.getByText(`${said} of ${said} lines`)).toBeVisible();
  return observed.evaluate((durations) => Math.max(0, ...durations));
}
