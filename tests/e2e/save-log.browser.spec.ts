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

test("what a comparison and the bookmarks show is saved as it is searched and sorted", async ({ page }) => {
  await settleIn(page, "repair");
  await openScreen(page, "logs");
  const lines = ["Nov 20 10:00:00 pos payd[1]: pulse 1 ok", "Nov 20 10:00:01 pos payd[1]: =pulse, late"];
  const file = (
    name: string,
    text: readonly string[],
  ): Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0] => ({
    ...{ name, mimeType: "text/plain" },
    buffer: Buffer.from(`${text.join("\n")}\n`),
  });
  await page.locator("[data-files]").setInputFiles(file("till.log", lines));
  await page.getByRole("listbox", { name: "Log lines" }).getByText("late").click();
  await page.keyboard.press("b");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const pane = page.locator("[data-pane-content=compare]");
  await pane.locator("[data-files]").setInputFiles(file("other.log", [...lines, "Nov 20 10:00:02 pos x: y"]));
  await pane.getByRole("searchbox").fill("X: Y");
  const kinds = page.waitForEvent("download");
  await pane.getByRole("button", { name: "Save as CSV" }).click();
  const compared = readFileSync(await (await kinds).path(), "utf8");
  await page.getByRole("button", { name: "Bookmarks" }).click();
  await expect(page.locator("[data-mark]")).toContainText("=pulse, late");
  const marks = page.waitForEvent("download");
  await page.locator("[data-save-sheet=counterpart-bookmarks]").click();
  expect([compared, readFileSync(await (await marks).path(), "utf8")]).toEqual([
    "\ufeffKind of message (# stands for numbers),This,Other\r\nx: y,0,1\r\n",
    '\ufeffNumber,Note,Line\r\n2,,"Nov 20 10:00:01 pos payd[1]: =pulse, late"\r\n',
  ]);
});
