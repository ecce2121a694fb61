// The rules of the desktop window as they are wired in the built main process: on real Electron, and on its double.
import { expect, test } from "./targets.ts";

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

test("the page sees of Node and Electron only the one bridge with its three functions", async ({ page }) => {
  const seen = await page.evaluate(() => {
    const bridge = (window as unknown as { readonly counterpart: object }).counterpart;
    const names = ["require", "process", "module", "Buffer", "electron", "ipcRenderer"].filter(
      (name) => name in window,
    );
    return { bridge: Object.keys(bridge).sort(), frozen: Object.isFrozen(bridge), names };
  });
  expect(seen).toEqual({ bridge: ["onMessage", "pathOf", "send"], frozen: true, names: [] });
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

test("the page's connections are cut by Electron too, not by its policy alone", async ({ page, running }) => {
  const ended = await page.evaluate(async () => {
    const ask = (address: string): Promise<string> =>
      fetch(address).then(
        () => "answered",
        () => "refused",
      );
    return [await ask("/"), await ask("https://www.rfc-editor.org/"), await ask("file:///etc/hostname")];
  });
  expect([running.target === "browser", ended]).toEqual([false, ["answered", "refused", "refused"]]);
});
