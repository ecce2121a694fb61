// "Why does it fail?": on a demo terminal to the corrected settings, and without a cable to the verdict in Chinese.
import type { Page } from "@playwright/test";
import { answerPack } from "../../electron/app/diagnosis/pack/correction-file.ts";
import type { Pack } from "../../electron/app/diagnosis/pack/read-pack.ts";
import { expect, test } from "./targets.ts";
import { awaitOutcome, readTerminal, settleIn, startWriting } from "./window-steps.ts";

test("the guided check finds the wrong gateway and leads to the corrected terminal", async ({ page }) => {
  await settleIn(page);
  await readTerminal(page, "demo:linux-broken");
  await page.getByRole("button", { name: "Why does it fail?" }).click();
  await page.getByRole("button", { name: "Start the check" }).click();
  await expect(page.locator("[data-tried=link][data-tried-outcome=passed]")).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("[data-why=result]")).toHaveAttribute("data-cause", "C07", { timeout: 40_000 });
  await expect(page.locator("[data-hop=router]")).toHaveAttribute("data-state", "wrong");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Most likely cause: Address, mask or router address (gateway).",
  );
  await openCorrection(page);
  await expect(page.locator('[data-change="eth0.ipv4.gateway"]')).toContainText("192.168.1.1");
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByRole("button", { name: "Why does it fail?" }).click();
  await page.getByRole("button", { name: "Correct the settings" }).click();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
});

/** As a technician answers the pack that the window shows. */
async function openCorrection(page: Page): Promise<void> {
  await page.getByRole("button", { name: "See everything that leaves" }).click();
  await page.getByText("For the technician (ZIP)").click();
  const read = async (name: string): Promise<string> =>
    (await page.locator(`[data-leaves="${name}"]`).textContent()) ?? "";
  const manifest = JSON.parse(await read("manifest.json")) as Pack["manifest"];
  const settings = JSON.parse(await read("settings.json")) as Pack["settings"];
  const answer = answerPack({ manifest, settings, files: [] }, ["eth0.ipv4.gateway=192.168.1.1"], "pack.zip");
  const text = answer.ok ? answer.value : answer.failure.message.en;
  const file = { name: "fix.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.locator("main input[type=file]").setInputFiles(file);
}

test("without a cable, what is typed is judged at once and gives the values to key in, in Chinese", async ({
  page,
}) => {
  await settleIn(page, "shop", "zh-CN");
  await page.getByRole("button", { name: "手边没有数据线" }).click();
  await page.getByText("网线", { exact: true }).click();
  await page.getByRole("button", { name: "下一步" }).click();
  await page.locator("input[name=address]").fill("192.168.1.23");
  await page.locator("input[name=mask]").fill("255.255.255.0");
  await page.locator("input[name=gateway]").fill("192.168.2.1");
  await expect(page.locator('[data-typed-finding="ipv4.gateway-outside-subnet"]')).toBeVisible();
  await page.getByRole("button", { name: "下一步" }).click();
  await page.locator("input[name=message]").fill("通信连接失败");
  await page.getByRole("button", { name: "看结果" }).click();
  await expect(page.locator("[data-key-in]")).toContainText("192.168.1.1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("最可能的原因：地址、掩码或路由器地址（网关）。");
  await page.getByRole("button", { name: "做了，还是不行" }).click();
  await expect(page.locator("[data-next=call]")).toBeVisible();
  await page.getByRole("button", { name: "修改填写的内容" }).click();
  await expect(page.locator("input[name=message]")).toHaveValue("通信连接失败");
});
