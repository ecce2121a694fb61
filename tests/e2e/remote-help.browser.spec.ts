// Remote help with no server between: two people, two windows, two files. One has the terminal, the other only its pack.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { awaitOutcome, readTerminal, settleIn, startWriting, switchLanguage } from "./window-steps.ts";

test.use({ moreClients: 1 });

interface SentFile {
  readonly name: string;
  readonly buffer: Buffer;
}

async function save(page: Page, button: string): Promise<SentFile> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), buffer: readFileSync(await saved.path()) };
}

test("a shop sends its pack, a technician answers it, and the shop sees the difference and writes it", async ({
  page: shop,
  running,
}) => {
  await settleIn(shop);
  await readTerminal(shop, "demo:linux-broken");
  await shop.getByRole("button", { name: "Why does it fail?" }).click();
  await shop.getByRole("button", { name: "Start the check" }).click();
  await expect(shop.locator("[data-why=result]")).toBeVisible({ timeout: 40_000 });
  await shop.getByRole("button", { name: "See everything that leaves" }).click();
  await shop.getByText("For the technician (ZIP)").click();
  const pack = await save(shop, "Save for the technician (ZIP)");

  const other = await shop
    .context()
    .browser()
    ?.newContext({ viewport: { width: 1280, height: 800 } });
  if (other === undefined) throw new Error("The page belongs to no browser.");
  const technician = await other.newPage();
  await technician.goto(running.moreAddresses[0] ?? "");
  // It is the same computer, whose person has answered already.
  await switchLanguage(technician, "zh-CN");
  await technician.getByRole("button", { name: "手边没有数据线" }).click();
  await technician.locator("[data-why-part=pack]").click();
  await technician.locator("[data-why=pack] input[type=file]").setInputFiles({ ...pack, mimeType: "application/zip" });
  await expect(technician.getByRole("heading", { level: 1 })).toHaveText(
    "最可能的原因：地址、掩码或路由器地址（网关）。",
  );
  await expect(technician.locator('[data-corrected="eth0.ipv4.gateway"]')).toContainText("192.168.1.1");
  const answer = await save(technician, "保存更正文件");
  await other.close();

  await shop.locator("main input[type=file]").setInputFiles({ ...answer, mimeType: "application/json" });
  await expect(shop.locator('[data-change="eth0.ipv4.gateway"]')).toContainText("192.168.1.1");
  await startWriting(shop);
  await awaitOutcome(shop, "confirmed");

  // The same file a second time: the settings are no longer those that it was made for.
  await shop.locator("[data-tab=check]").click();
  await shop.getByRole("button", { name: "Still no connection?" }).click();
  await shop.locator("main input[type=file]").setInputFiles({ ...answer, mimeType: "application/json" });
  await expect(shop.locator("[data-failure=plan-stale]")).toBeVisible({ timeout: 20_000 });
});
