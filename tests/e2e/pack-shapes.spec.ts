// The shapes that a result leaves in: each is shown before it leaves, and what leaves is what was shown.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

async function showPack(page: Page, language: "zh-CN" | "en" = "en"): Promise<void> {
  await settleIn(page, "shop", language);
  await page.getByRole("button", { name: /^(No cable at hand|手边没有数据线)$/ }).click();
  await page.locator("main input[type=radio]").first().check();
  await page.locator("main button[type=submit]").click();
  await page.locator("input[name=address]").fill("192.168.1.23");
  await page.locator("input[name=mask]").fill("255.255.255.0");
  await page.locator("input[name=gateway]").fill("192.168.2.1");
  await page.locator("main button[type=submit]").click();
  await page.locator("input[name=message]").fill("card 4012888888881881");
  await page.locator("main button[type=submit]").click();
  await expect(page.getByRole("button", { name: /^(Save|保存|存)/ })).toHaveCount(0);
  await page.getByRole("button", { name: /^(See everything that leaves|查看会带走的全部内容)$/ }).click();
}

async function save(page: Page, name: string | RegExp): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return readFileSync(await (await download).path());
}

/** Width and height, as the head of every PNG has them (PNG 1.2, 4.1.1). */
function measurePicture(png: Buffer): readonly [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("the picture is 1080 dots wide, small, and one click away from the clipboard", async ({ page, target }) => {
  await showPack(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the picture" }).click();
  await expect(page.getByRole("button", { name: "Copied", exact: true })).toBeVisible();
  const copied = await page.evaluate(async () => {
    try {
      const [item] = await navigator.clipboard.read();
      const bitmap = await createImageBitmap((await item?.getType("image/png")) ?? new Blob());
      return bitmap.width;
    } catch (error) {
      return error instanceof DOMException ? error.name : "?";
    }
  });
  const png = await save(page, "Save as a picture (PNG)");
  // The desktop window lets no page read the clipboard, ours neither.
  const read = target === "browser" ? 1080 : "NotAllowedError";
  expect([copied, measurePicture(png)[0], png.length < 1_000_000]).toEqual([read, 1080, true]);
});

test("each entry of the ZIP is shown, masked, before the ZIP can be saved", async ({ page }) => {
  await showPack(page);
  await page.getByText("For the technician (ZIP)").click();
  await page.getByText("log.txt", { exact: true }).click();
  await expect(page.locator('[data-leaves="log.txt"]')).toContainText("card");
  await expect(page.locator('[data-leaves="log.txt"]')).not.toContainText("888888");
  const zip = await save(page, /^Save for the technician/);
  expect([zip.subarray(0, 2).toString("latin1"), zip.length > 500 && zip.length < 1_000_000]).toEqual(["PK", true]);
});

/** Pages and their size in points, as Chromium writes them. */
function measurePages(pdf: Buffer): readonly (readonly string[])[] {
  return [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) => size);
}

for (const { paper, choice, width } of [
  { paper: "58", choice: "58 mm 小票", width: 58 },
  { paper: "80", choice: "80 mm 小票", width: 80 },
  { paper: "a4", choice: "普通纸", width: 210 },
]) {
  test(`printed on ${paper}, the sheet alone comes out, on one page of that width`, async ({ page }) => {
    await showPack(page, "zh-CN");
    await page.getByText(choice, { exact: true }).click();
    const shown = page.locator(`[data-paper="${paper}"]`);
    await expect(shown).toContainText("192.168.1.1");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("#root")).toBeHidden();
    await expect(page.locator("[data-print]")).toContainText("192.168.1.1");
    const pages = measurePages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.map(([wide]) => Math.round((Number(wide) / 72) * 25.4))).toEqual([width]);
  });
}

test("the saved page holds what the preview shows", async ({ page }) => {
  await showPack(page);
  await page.getByText("58 mm receipt", { exact: true }).click();
  const shown = await page.locator('[data-paper="58"] .sheet').innerHTML();
  const saved = await save(page, "Save the page to print (HTML)");
  expect(saved.toString("utf8").replaceAll("&quot;", '"')).toContain(shown);
});
