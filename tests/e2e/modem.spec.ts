// A modem in the window: its signal drawn while somebody looks and not asked for afterwards, its access point written.
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { ModemTerminal } from "../../electron/simulator/at/modem-terminal.ts";
import { serveTerminal, type ServedTerminal } from "../../electron/simulator/serve.ts";
import { expect, test } from "./targets.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting } from "./window-steps.ts";

const serving: AbortController[] = [];

async function serve(name: string): Promise<ServedTerminal & { readonly questions: () => number }> {
  const stop = new AbortController();
  serving.push(stop);
  const place = { listen: { host: "127.0.0.1", port: 0 } };
  const served = await serveTerminal(name, place, { surroundings: nodeSurroundings, signal: stop.signal });
  if (!served.ok) throw new Error(served.failure.message.en);
  const { terminal } = served.value;
  if (!(terminal instanceof ModemTerminal)) throw new Error("no modem");
  return { ...served.value, questions: () => terminal.asked.filter((line) => line === "AT+CSQ").length };
}

test.afterEach(() => {
  for (const stop of serving.splice(0)) stop.abort();
});

test("the signal is drawn, said in words, and not asked for once the screen is left", async ({ page }) => {
  const modem = await serve("at");
  await settleIn(page);
  await readTerminal(page, modem.port);
  await openScreen(page, "settings");
  const plot = page.getByTestId("signal-plot");
  await expect(plot).toHaveAccessibleName(/^Signal over the last \d+ seconds: now -\d+ dBm, lowest -\d+ dBm/);
  await expect(plot.locator("canvas")).toBeVisible();
  const first = modem.questions();
  await expect.poll(modem.questions, { timeout: 10_000 }).toBeGreaterThan(first);
  await openScreen(page, "logs");
  await expect(plot).toHaveCount(0);
  const left = modem.questions();
  // Longer than the time between two questions.
  await page.waitForTimeout(3000);
  expect(modem.questions() - left).toBeLessThanOrEqual(1);
});

test("an access point that is missing is typed, written, and runs", async ({ page }) => {
  const modem = await serve("at-no-apn");
  await settleIn(page);
  await readTerminal(page, modem.port);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("gives it no address (no access point is set)");
  await openScreen(page, "settings");
  await page.getByRole("textbox", { name: "Access point (APN)" }).fill("pos.example");
  await page.getByRole("button", { name: "Check and write" }).click();
  const review = page.locator("[data-push=review]");
  await expect(review).toContainText("The terminal cannot test its network itself.");
  await expect(review).not.toContainText("no address");
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await openScreen(page, "settings");
  await expect(page.locator("[data-cellular]")).toContainText("pos.example.mnc001.mcc001.gprs");
});
