// What the terminal pays through, edited by hand on a terminal that takes it.
import { listViolations } from "./list-violations.ts";
import { expect, test } from "./targets.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting, switchLanguage } from "./window-steps.ts";

test("a host, a merchant number and a gateway are written in one go, and survive a reload before that", async ({
  page,
}) => {
  await settleIn(page);
  await readTerminal(page, "demo:xcb");
  await openScreen(page, "settings");
  const field = (name: string) => page.locator(`input[name="${name}"]`);
  await expect(field("host.1")).toHaveValue("gw.example.net:7443");
  await field("host.1").fill("203.0.113.20");
  await expect(page.getByText("Write the host with its port")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check and write" })).toBeDisabled();
  expect(await listViolations(page)).toEqual([]);
  await field("host.1").fill("203.0.113.20:443");
  await field("merchantNumber").fill("898110000000001");
  await field("gateway").fill("192.168.1.1");
  await page.reload();
  await expect(field("merchantNumber")).toHaveValue("898110000000001");
  await page.getByRole("button", { name: "Check and write" }).click();
  await expect(page.getByText("If it is not the acquirer's, none goes through.")).toBeVisible();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  await expect(page.locator("[data-change]")).toHaveCount(3);
  // Fifteen digits, and no card number.
  await expect(page.getByText("898110000000001")).toBeVisible();
  await openScreen(page, "settings");
  await switchLanguage(page, "zh-CN");
  await expect(page.getByRole("region", { name: "收单机构" }).locator("input")).toHaveCount(4);
  await expect(field("host.1")).toHaveValue("203.0.113.20:443");
});

test("a till's small window shows the same fields, none of them wider than it", async ({ page }) => {
  await page.setViewportSize({ width: 910, height: 450 });
  await settleIn(page, "shop", "zh-CN");
  await readTerminal(page, "demo:xcb");
  await openScreen(page, "settings");
  const section = page.getByRole("region", { name: "收单机构" });
  await section.scrollIntoViewIfNeeded();
  const edges = await section
    .locator("input")
    .evaluateAll((inputs) => inputs.map((input) => input.getBoundingClientRect().right));
  expect([edges.length, edges.every((edge) => edge <= 910)]).toEqual([4, true]);
});
