// An open log saved as a file: it says how far it is, can be stopped, and is never saved in part.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { savedLog } from "./saved-log.ts";
import { expect, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

/** Lets nothing of a saved log through until it is let go. */
async function holdExports(page: Page): Promise<() => void> {
  let held: (() => void)[] | null = [];
  await page.routeWebSocket(/\/link$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((json) => {
      const { command } = JSON.parse(String(json)) as { readonly command?: string };
      if (command === "log.export" && held !== null) held.push(() => host.send(json));
      else host.send(json);
    });
  });
  await page.reload();
  return () => {
    for (const send of held ?? []) send();
    held = null;
  };
}

test("saving says how far it is, saves nothing once it is stopped, and all of it the next time", async ({ page }) => {
  await settleIn(page, "repair");
  const release = await holdExports(page);
  await openScreen(page, "logs");
  const buffer = Buffer.from(savedLog);
  await page.locator("[data-files]").setInputFiles({ name: "messages", mimeType: "text/plain", buffer });
  await expect(page.locator("[data-viewer=indexed]")).toBeVisible();
  const downloads: string[] = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  const save = page.getByRole("combobox", { name: "Save as" });
  await save.selectOption("text");
  await expect(page.locator("[data-saving]")).toContainText("0 of 300 lines");
  await page.locator("[data-saving]").getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("[data-saving]")).toHaveCount(0);
  release();
  const download = page.waitForEvent("download");
  await save.selectOption("csv");
  const text = readFileSync(await (await download).path(), "utf8");
  expect([downloads, text.split("heartbeat").length - 1]).toEqual([["messages-masked.csv"], 294]);
});
