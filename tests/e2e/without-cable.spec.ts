// The check without a cable, as most shops have it: by keyboard alone, and done in two minutes.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

/** Seconds, of a person who is no typist: a key, and a thought before each field (Card, Moran, Newell: keystroke-level model). */
const perKey = 0.28;
const perField = 1.35;
const promised = 120;

/** Keys as a person presses them, counted. */
class Keys {
  readonly #page: Page;
  pressed = 0;
  fields = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.#page.keyboard.press(key);
  }

  async tabTo(wanted: string): Promise<void> {
    this.fields += 1;
    const aim = this.#page.locator(wanted);
    for (let tries = 0; tries < 60; tries += 1) {
      if (await aim.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))) return;
      await this.press("Tab");
    }
    throw new Error(`Tab does not reach ${wanted}`);
  }

  async type(wanted: string, text: string): Promise<void> {
    await this.tabTo(wanted);
    this.pressed += text.length;
    await this.#page.keyboard.type(text);
  }

  async choose(group: string, steps: number): Promise<void> {
    await this.tabTo(group);
    await this.press("Space");
    for (let step = 0; step < steps; step += 1) await this.press("ArrowRight");
  }

  seconds(machine: number): number {
    return this.pressed * perKey + this.fields * perField + machine / 1000;
  }
}

async function begin(page: Page): Promise<Keys> {
  await settleIn(page, "shop", "zh-CN");
  await page.getByRole("button", { name: "手边没有数据线" }).focus();
  const keys = new Keys(page);
  await keys.press("Enter");
  await expect(page.locator("[data-without=way]")).toBeVisible();
  return keys;
}

test("a wrong gateway is found by keyboard in under two minutes, with the values to key in and where", async ({
  page,
}) => {
  const keys = await begin(page);
  const began = performance.now();
  await keys.choose("main [role=radiogroup]", 0);
  await keys.press("Enter");
  await keys.type("input[name=address]", "192.168.1.23");
  await keys.type("input[name=mask]", "255.255.255.0");
  await keys.type("input[name=gateway]", "192.168.2.1");
  await keys.press("Enter");
  await keys.type("input[name=message]", "通信连接失败");
  await keys.type("input[name=terminalId]", "12345678");
  await keys.press("Enter");
  await expect(page.locator("[data-key-in]")).toContainText("192.168.1.1");
  await expect(page.locator("[data-call]")).toContainText("12345678");
  const taken = keys.seconds(performance.now() - began);
  await page.locator("select[name=model]").selectOption("device-server");
  await expect(page.locator("[data-menu=device-server]")).toContainText(
    "set interface ip 192.168.1.23 mask 255.255.255.0 gateway 192.168.1.1",
  );
  expect(taken).toBeLessThan(promised);
});

test("a terminal that says that it has no SIM is told so by keyboard, in under two minutes", async ({ page }) => {
  const keys = await begin(page);
  const began = performance.now();
  await keys.choose("main [role=radiogroup]", 2);
  await keys.press("Enter");
  await keys.choose("main [role=radiogroup] >> nth=0", 2);
  await keys.type("input[name=apn]", "cmnet");
  await keys.press("Enter");
  await keys.type("input[name=message]", "未检测到 SIM 卡");
  await keys.press("Enter");
  await expect(page.locator("[data-why=result]")).toHaveAttribute("data-cause", "C10");
  expect(keys.seconds(performance.now() - began)).toBeLessThan(promised);
});
