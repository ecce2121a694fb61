// What is said when a write is cut off and the window cannot see further: nothing is promised that nobody keeps.
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { startHeldLine } from "./held-line.ts";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting, writeHalfway } from "./window-steps.ts";

test("a terminal that cannot go back by itself is not said to, once its cable is pulled", async ({ page }) => {
  const stop = new AbortController();
  const place = { listen: { host: "127.0.0.1", port: 0 } };
  const served = await serveTerminal("xcb", place, { surroundings: nodeSurroundings, signal: stop.signal });
  if (!served.ok) throw new Error(served.failure.code);
  const cable = await startHeldLine(Number(/\d+$/.exec(served.value.port)?.[0]));
  try {
    await settleIn(page);
    await readTerminal(page, `tcp:127.0.0.1:${cable.port}`);
    await page.getByRole("button", { name: "Fix", exact: true }).click();
    cable.delay(300);
    await startWriting(page);
    await page.locator("[data-cable=unguarded]").waitFor({ timeout: 30_000 });
    cable.pull();
    cable.delay(0);
    await awaitOutcome(page, "unknown");
    const result = await page.locator("main").innerText();
    await openScreen(page, "check");
    await expect(page.getByRole("heading", { name: "The connection was lost" })).toBeVisible();
    const check = await page.locator("main").innerText();
    const kept = [result, check].map((text) => text.includes("does not go back by itself: connect again"));
    expect([kept, /goes back (?:to the old|by itself)/.test(result + check)]).toEqual([[true, true], false]);
  } finally {
    cable.close();
    stop.abort();
  }
});

test.describe("when Counterpart itself ends", () => {
  test.use({ moreClients: 0 });

  test("a write is not forgotten, and loading again does not lose the page", async ({ page, running }) => {
    const till = await startTill();
    try {
      await settleIn(page);
      await readTerminal(page, till.port);
      await page.getByRole("button", { name: "Fix", exact: true }).click();
      await writeHalfway(page, till);
      process.kill(running.process?.pid ?? 0, "SIGKILL");
      await expect(page.locator("main[data-failure=link-closed]")).toContainText("Settings were being written");
      await page.getByRole("button", { name: "Load the window again" }).click();
      await expect(page.getByText("Counterpart is not running.")).toBeVisible();
    } finally {
      await till.close();
    }
  });
});
