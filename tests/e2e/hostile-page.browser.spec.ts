// Pages of others in the same browser try to reach the WebSocket host while ours is connected.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "@playwright/test";
import { expect, test } from "./targets.ts";

interface Evil {
  /** A page of another origin, in the same browser as ours. */
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Served from this PC too, and as `name`: what a browser keeps apart is the origin, not the machine. */
async function openEvil(browser: Browser, name: string): Promise<Evil> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>evil</title>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const page = await browser.newPage();
  await page.goto(`http://${name}:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    close: async () => {
      await page.context().close();
      server.close();
    },
  };
}

const nothing = { socket: "failed", read: "failed", blind: "failed", posted: "failed", image: "failed" };

/** What the page's script found out, as text. */
function tryEverything(page: Page, host: string): Promise<typeof nothing> {
  return page.evaluate(async (address) => {
    const settle = (attempt: Promise<string>): Promise<string> =>
      Promise.race([
        attempt.catch(() => "failed"),
        new Promise<string>((resolve) => setTimeout(() => resolve("silent"), 3000)),
      ]);
    const load = (element: HTMLElement): Promise<string> =>
      new Promise((resolve) => {
        element.addEventListener("load", () => resolve("loaded"));
        element.addEventListener("error", () => resolve("failed"));
        document.body.append(element);
      });
    const socket = settle(
      new Promise((resolve) => {
        const opened = new WebSocket(`ws://${address}/link`);
        opened.addEventListener("open", () => resolve("open"));
        opened.addEventListener("error", () => resolve("failed"));
      }),
    );
    const read = settle(fetch(`http://${address}/`).then((response) => response.text()));
    const blind = settle(fetch(`http://${address}/`, { mode: "no-cors" }).then(({ type }) => type));
    const posted = settle(
      fetch(`http://${address}/link`, { method: "POST", mode: "no-cors" }).then(({ type }) => type),
    );
    const image = settle(load(Object.assign(document.createElement("img"), { src: `http://${address}/icon.png` })));
    return { socket: await socket, read: await read, blind: await blind, posted: await posted, image: await image };
  }, host);
}

for (const name of ["127.0.0.1", "localhost"]) {
  test(`a page of another port of ${name} reaches nothing`, async ({ page, running }) => {
    const { host } = new URL(page.url());
    const browser = page.context().browser();
    if (!browser) throw new Error(running.target);
    const evil = await openEvil(browser, name);
    expect(await tryEverything(evil.page, host)).toEqual(nothing);
    await evil.close();
  });
}

test("a page of others cannot show ours in a frame", async ({ page }) => {
  const { host } = new URL(page.url());
  const evil = await openEvil(page.context().browser() as Browser, "127.0.0.1");
  await evil.page.setContent(`<iframe src="http://${host}/"></iframe>`);
  const frame = await (await evil.page.waitForSelector("iframe")).contentFrame();
  await expect.poll(() => frame?.url()).toBe("chrome-error://chromewebdata/");
  await evil.close();
});

test("a page of others that opens ours in a window cannot touch it, and it is not let in", async ({ page }) => {
  const { host } = new URL(page.url());
  const evil = await openEvil(page.context().browser() as Browser, "127.0.0.1");
  const popup = evil.page.waitForEvent("popup");
  const reach = await evil.page.evaluate(async (address) => {
    const opened = window.open(`http://${address}/`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return opened?.closed;
  }, host);
  // Cut off from its opener by its own policy, ours looks closed from there.
  expect([reach, await (await popup).evaluate(() => [window.opener === null, sessionStorage.length])]).toEqual([
    true,
    [true, 0],
  ]);
  await evil.close();
});

test("a name that is rebound to this PC reaches nothing", async ({ page, launchOptions }) => {
  const { host, port } = new URL(page.url());
  const rebound = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), "--host-resolver-rules=MAP evil.example 127.0.0.1"],
  });
  const evil = await rebound.newPage();
  const response = await evil.goto(`http://evil.example:${port}/`);
  const tried = await tryEverything(evil, host);
  const sameName = await evil.evaluate(
    (address) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${address}/link`);
        socket.addEventListener("open", () => resolve("open"));
        socket.addEventListener("error", () => resolve("failed"));
      }),
    `evil.example:${port}`,
  );
  await rebound.close();
  expect([response?.status(), tried.socket, tried.read, sameName]).toEqual([403, "failed", "failed", "failed"]);
});

test.describe("where one page is let in", () => {
  test.use({ moreClients: 0 });

  test("our page stays the one that is connected meanwhile", async ({ page, running }) => {
    const evil = await openEvil(page.context().browser() as Browser, "localhost");
    await tryEverything(evil.page, new URL(page.url()).host);
    // A page that had lost its place would show a notice after this, and no screen.
    await page.reload();
    await expect(page.locator("#root")).not.toBeEmpty();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await evil.close();
    expect(running.process?.complaints() ?? "").not.toContain("Error");
  });
});
