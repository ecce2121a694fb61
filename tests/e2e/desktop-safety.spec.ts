// The rules of the desktop window as they are wired in the built main process: on real Electron, and on its double.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, listDoubleArguments, root, test } from "./targets.ts";
import { startProcess } from "./started-process.ts";

test.skip(({ target }) => target === "browser", "there is no desktop window");

test("the page cannot leave", async ({ page }) => {
  const before = page.url();
  await page.evaluate(() => void (window.location.href = "https://example.com/"));
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
});

test("the page cannot open a window", async ({ page }) => {
  await page.evaluate(() => {
    window.open("https://example.com/");
    window.open("about:blank");
    const link = Object.assign(document.createElement("a"), {
      href: "https://example.com/",
      target: "_blank",
      rel: "noopener",
    });
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => page.context().pages().length).toBe(1);
});

test("the page sees of Node and Electron only the one bridge with its two functions", async ({ page }) => {
  const seen = await page.evaluate(() => {
    const bridge = (window as unknown as { readonly counterpart: object }).counterpart;
    const names = ["require", "process", "module", "Buffer", "electron", "ipcRenderer"].filter(
      (name) => name in window,
    );
    return { bridge: Object.keys(bridge).sort(), frozen: Object.isFrozen(bridge), names };
  });
  expect(seen).toEqual({ bridge: ["onMessage", "send"], frozen: true, names: [] });
});

test("nothing outside of the page's folder is served", async ({ page }) => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ["/../main/index.js", "/..%2fmain/index.js", "/main/index.js", "/assets"].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
});

test("copying is the only permission that is given", async ({ page }) => {
  const states = await page.evaluate(async () => {
    const ask = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return { write: await ask("clipboard-write"), read: await ask("clipboard-read"), place: await ask("geolocation") };
  });
  expect([states.write, states.read === "granted", states.place === "granted"]).toEqual(["granted", false, false]);
});

test.describe("on the double", () => {
  test.skip(({ target }) => target !== "double", "speaks as Electron's inside would");

  test("a frame inside the page is not answered, while the page itself is", async ({ page }) => {
    const answered = await page.evaluate(async () => {
      const replies: number[] = [];
      const own = window as unknown as Record<string, (channel: string, values: string[]) => void>;
      const receive = own["__electronDoubleReceive"];
      own["__electronDoubleReceive"] = (channel, values) => {
        const message = JSON.parse(values[0] ?? "null") as { readonly id?: number } | null;
        if (message?.id !== undefined && message.id > 1000) replies.push(message.id);
        else receive?.(channel, values);
      };
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const ask = async (asker: Window | null, id: number): Promise<void> => {
        const send = (asker as unknown as Record<string, (channel: string, json: string) => Promise<void>>)[
          "__electronDoubleSend"
        ];
        await send?.("counterpart", JSON.stringify({ type: "request", id, command: "ports.list", input: {} }));
      };
      await ask(frame.contentWindow, 9001);
      await ask(window, 9002);
      for (let waited = 0; replies.length === 0 && waited < 5000; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return replies;
    });
    expect(answered).toEqual([9002]);
  });

  test("a second start brings the first window to the front and ends", async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-second-"));
    const first = await startProcess(listDoubleArguments(folder), root);
    const second = await startProcess(listDoubleArguments(folder), root).catch((error: unknown) => String(error));
    const status = await first.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    expect([typeof second, status]).toEqual(["string", 0]);
  });
});
