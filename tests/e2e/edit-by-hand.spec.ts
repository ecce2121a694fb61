// The settings edited by hand: checked while typing by the same rules, nonsense refused, and what is written applied.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { awaitOutcome, openScreen, readTerminal, settleIn, startWriting } from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page);
  await readTerminal(page, till.port);
  await openScreen(page, "settings");
});
test.afterEach(async () => {
  await till.close();
});

function field(page: Page, name: string) {
  return page.locator(`input[name="${name}"]`);
}

test("a gateway typed by hand is applied on the terminal", async ({ page }) => {
  await field(page, "gateway").fill("192.168.1.1");
  await expect(page.locator('[data-pin="gateway"], [data-pin="server"]').first()).toHaveAttribute(
    "data-side",
    "inside",
  );
  await page.getByRole("button", { name: "Check and write" }).click();
  await expect(page.locator('[data-change="eth0.ipv4.gateway"]')).toBeVisible();
  await startWriting(page);
  await awaitOutcome(page, "confirmed");
  expect(await till.witnessGateway()).toBe("192.168.1.1");
});

test("an address typed with full-width digits is taken as meant, and said so", async ({ page }) => {
  await field(page, "address").fill("１９２。１６８。１。４４");
  await field(page, "address").blur();
  await expect(field(page, "address")).toHaveValue("192.168.1.44");
  await expect(page.getByText("Full-width characters were read as ordinary ones")).toBeVisible();
});

test("an address typed key by key with its network size fills both fields", async ({ page }) => {
  await field(page, "address").fill("");
  await field(page, "address").pressSequentially("192.168.1.44/25");
  await expect(field(page, "prefix")).toHaveValue("25");
  await field(page, "address").blur();
  await expect(field(page, "address")).toHaveValue("192.168.1.44");
});

test("a mask can be typed key by key", async ({ page }) => {
  await field(page, "mask").fill("");
  await field(page, "mask").pressSequentially("255.255.255.192");
  await expect(field(page, "mask")).toHaveValue("255.255.255.192");
  await expect(field(page, "prefix")).toHaveValue("26");
});

for (const [name, typed, taken] of [
  ["address", "192.168.001.044", "192.168.1.44"],
  ["mask", "255.255.255", "255.255.255.0"],
] as const) {
  test(`${typed} counts once a person says that it means ${taken}`, async ({ page }) => {
    await field(page, "gateway").fill("192.168.1.1");
    await field(page, name).fill(typed);
    await field(page, name).blur();
    await expect(page.getByRole("button", { name: "Check and write" })).toBeDisabled();
    await page.getByRole("button", { name: `Yes, ${taken}` }).click();
    await expect(field(page, name)).toHaveValue(taken);
    await expect(page.getByRole("button", { name: "Check and write" })).toBeEnabled();
  });
}

test("prefix length and mask are one control", async ({ page }) => {
  await field(page, "mask").fill("255.255.255.128");
  await expect(field(page, "prefix")).toHaveValue("25");
  await field(page, "prefix").fill("16");
  await expect(field(page, "mask")).toHaveValue("255.255.0.0");
});

for (const [what, name, value, rule] of [
  ["an octet over 255", "gateway", "192.168.1.300", "ipv4.gateway-syntax"],
  ["a mask with holes", "mask", "255.0.255.0", "ipv4.mask-invalid"],
  ["words", "address", "the till", "ipv4.address-syntax"],
] as const) {
  test(`${what} is refused with its reason`, async ({ page }) => {
    await field(page, name).fill(value);
    await field(page, name).blur();
    await expect(page.locator(`form [data-finding="${rule}"]`)).toBeVisible();
    await expect(page.getByRole("button", { name: "Check and write" })).toBeDisabled();
  });
}

test("settings that break the rules are written only when a person insists", async ({ page }) => {
  await field(page, "gateway").fill("192.168.1.255");
  await expect(page.locator('form [data-finding="ipv4.gateway-is-broadcast"]')).toBeVisible();
  await page.getByRole("button", { name: "Check and write" }).click();
  await expect(page.getByText("These settings would be wrong")).toBeVisible();
  await page.getByRole("checkbox", { name: /No payment/ }).check();
  await expect(page.getByRole("button", { name: "Write to the terminal" })).toBeDisabled();
  expect(await till.witnessGateway()).toBe("192.168.2.1");
});

test("an address that is still being typed is not called wrong", async ({ page }) => {
  await field(page, "gateway").fill("");
  await field(page, "gateway").pressSequentially("192.168.1");
  await expect(page.locator('form [data-finding^="ipv4.gateway"]')).toHaveCount(0);
  await field(page, "gateway").blur();
  await expect(page.locator('form [data-finding="ipv4.gateway-syntax"]')).toBeVisible();
});

test("a correction under a field goes into the form, and the ruler follows", async ({ page }) => {
  await expect(page.locator("[data-pin=gateway]")).toHaveAttribute("data-side", "after");
  await page.locator('form [data-finding="ipv4.gateway-outside-subnet"]').getByRole("button").first().click();
  await expect(field(page, "gateway")).toHaveValue("192.168.1.1");
  await expect(page.locator("[data-side=after][data-pin=gateway]")).toHaveCount(0);
});

test("a keystroke is checked within 5 ms", async ({ page }) => {
  const times: number[] = [];
  for (const last of Array.from({ length: 20 }, (_, place) => place + 1)) {
    await field(page, "gateway").fill(`192.168.1.${last}`);
    times.push(
      await page.evaluate(
        () => performance.getEntriesByName("counterpart.check-drafts").at(-1)?.duration ?? Number.NaN,
      ),
    );
  }
  const median = times.toSorted((one, other) => one - other)[10] ?? Number.NaN;
  expect(median).toBeLessThan(5);
});
