// The paper check, opened as a file, by a browser that has lost what came after Chrome 109.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { buildPaperCheck } from "../../.ci/packaging/paper-check.ts";
import { expect, test } from "./targets.ts";

const root = resolve(import.meta.dirname, "../..");
/** Octets; it goes on a stick, or through a message. */
const largest = 400_000;

let folder = "";
let place = "";
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-paper-"));
  place = join(folder, "paper-check.html");
  await buildPaperCheck(root, place);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs in the page before its own script. */
function forget(): void {
  const newer: readonly (readonly [object, readonly string[]])[] = [
    [Array.prototype, ["toSorted", "toReversed", "toSpliced", "with"]],
    [Object, ["groupBy"]],
    [Map, ["groupBy"]],
    [Array, ["fromAsync"]],
    [Promise, ["withResolvers", "try"]],
    [Set.prototype, ["union", "intersection", "difference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"]],
    [String.prototype, ["isWellFormed", "toWellFormed"]],
    [RegExp, ["escape"]],
    [URL, ["parse", "canParse"]],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, ["map", "filter", "some", "toArray", "find"]],
  ];
  for (const [owner, names] of newer) for (const name of names) Reflect.deleteProperty(owner, name);
}

async function openPaper(context: BrowserContext): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("pageerror", (error) => asked.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") asked.push(`said: ${message.text()}`);
  });
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(forget);
  await page.goto(pathToFileURL(place).href);
  return { page, asked };
}

test("a gateway outside the network is found in both languages, from one file and nothing else", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "zh-CN", offline: true });
  const { page, asked } = await openPaper(context);
  await page.getByLabel("IP 地址").fill("192.168.1.23");
  await expect(page.getByRole("status")).toContainText("都填好，才能判断");
  await page.getByLabel("子网掩码").fill("255.255.255.0");
  await page.getByLabel("路由器地址（网关）").fill("192.168.2.1");
  await expect(page.locator("[data-verdict=wrong] h2")).toContainText("网关");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("[data-verdict=wrong] h2")).toContainText("gateway");
  await expect(page.locator("[data-rule='ipv4.gateway-outside-subnet']")).toBeVisible();
  await page.getByLabel("Router address (gateway)").fill("192.168.1.1");
  await expect(page.locator("[data-verdict=healthy]")).toBeVisible();
  expect(asked).toEqual([pathToFileURL(place).href]);
  await context.close();
});

test("an address is judged once it is whole or left, and nothing is called right before there is enough", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "en" });
  const { page } = await openPaper(context);
  const told: (string | null)[] = [];
  const look = async (): Promise<void> => {
    const verdict = page.locator("[data-verdict]");
    told.push((await verdict.count()) === 0 ? null : await verdict.getAttribute("data-verdict"));
  };
  await page.getByLabel("IP address").pressSequentially("192.168.1");
  await look();
  await page.keyboard.press("Tab");
  await look();
  await page.getByLabel("IP address").fill("192.168.1.23");
  await look();
  expect(told).toEqual([null, "wrong", null]);
  await context.close();
});

test("everybody can use it, in both themes", async ({ browser }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ locale: "en", colorScheme });
    const { page } = await openPaper(context);
    await page.getByLabel("IP address").fill("300.1.1.1");
    await page.getByLabel("Mask").fill("255.255.0.255");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await context.close();
  }
});

test("it is small enough to be passed on, and refers to no other file", () => {
  const text = readFileSync(place, "utf8");
  const references = text.match(/<(?:link|img|iframe|script [^>]*src)\b|@import/g) ?? [];
  expect([text.length < largest, references]).toEqual([true, []]);
});
