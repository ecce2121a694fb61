// A terminal that nobody knows, and one that speaks at another speed. Long, because the window waits fifteen seconds for a
// terminal before it calls it unknown.
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { listen } from "../peers/wire-relay.ts";
import { expect, test } from "./targets.ts";
import { awaitReport, choosePort, settleIn } from "./window-steps.ts";

test("the speed of a terminal that is heard as garbage is found at a press of a button", async ({ page }) => {
  test.setTimeout(120_000);
  await settleIn(page);
  await choosePort(page, "demo:linux@9600");
  const find = page.getByRole("button", { name: "Find the speed" });
  await expect(find).toBeVisible({ timeout: 40_000 });
  await find.click();
  await expect(page.locator("[data-verdict]")).toBeVisible({ timeout: 60_000 });
  await awaitReport(page);
});

test("what was heard of an unknown terminal is saved as the beginning of its description", async ({
  page,
  running,
}) => {
  test.setTimeout(120_000);
  const server = createServer((socket) => {
    socket.on("data", () => socket.write("COUNTER UNIT READY\r\n")).on("error", () => socket.destroy());
  });
  const port = await listen(server);
  try {
    await settleIn(page);
    await choosePort(page, `tcp:127.0.0.1:${port}`);
    const save = page.getByRole("button", { name: "Save what was heard" });
    await expect(save).toBeVisible({ timeout: 40_000 });
    // The double of Electron saves through its own dialog; what it would write is the same text.
    if (running.target !== "browser") return;
    const download = page.waitForEvent("download");
    await save.click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("terminal.yaml");
    expect(readFileSync(await saved.path(), "utf8")).toContain("COUNTER UNIT READY");
  } finally {
    server.close();
  }
});
