import { expect, test } from "vitest";
import { listBrowserPlaces } from "../../electron/headless/find-browser.ts";
import { findCacheFolder, hasDisplay } from "../../electron/headless/user-folders.ts";

test("on Linux browsers are looked for on the path, Chromium first", () => {
  expect(listBrowserPlaces("linux", { PATH: "/usr/local/bin:/usr/bin" }).slice(0, 3)).toEqual([
    "/usr/local/bin/chromium",
    "/usr/bin/chromium",
    "/snap/bin/chromium",
  ]);
});

test("on Windows Edge is found where the system puts it", () => {
  const places = listBrowserPlaces("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" });
  expect(places).toContain("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
});

test("on macOS applications of the person count too", () => {
  const places = listBrowserPlaces("darwin", { HOME: "/people/li" });
  expect(places).toContain("/people/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
});

test("an empty display variable is no display", () => {
  expect([hasDisplay("linux", { DISPLAY: "" }), hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })]).toEqual([
    false,
    true,
  ]);
});

test("the cache follows the system's own rules", () => {
  expect(findCacheFolder("linux", { HOME: "/people/li", XDG_CACHE_HOME: "" })).toBe("/people/li/.cache/counterpart");
});
