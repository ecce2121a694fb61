// The window's preferences and those of the file, over a link, with the real file behind it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerPreferences, openPreferences } from "../../electron/app/preferences/answer-preferences.ts";
import { PreferencesFile } from "../../electron/app/preferences/preferences-file.ts";
import { createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import { createStore } from "../../renderer/features/session/store.ts";
import type { Preferences } from "../../renderer/features/shell/preferences.ts";
import { sharePreferences } from "../../renderer/features/shell/share-preferences.ts";
import { plainHandlers } from "../headless/open-host.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-shared-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const unasked: Preferences = {
  ...{ language: null, theme: "system", baudRate: 115_200, role: null },
  ...{ guide: "offered", benchSounds: true },
};
const path = (): string => join(folder, "preferences.json");
const readFile = () => new PreferencesFile(path()).preferences;

/** A window that keeps `own` itself, on the same computer as all others. */
function openWindow(own: Preferences) {
  const [near, far] = createLoopback();
  serve(far, { ...plainHandlers, ...answerPreferences(openPreferences(path(), {})) });
  const store = createStore(own);
  return { store, shared: sharePreferences(createClient(near), store) };
}

test("a window that knows nothing takes over what another one told the file", async () => {
  const first = openWindow(unasked);
  await first.shared;
  const chosen = { role: "repair", language: "zh-CN", theme: "dark", baudRate: 9600 } as const;
  first.store.change((now) => ({ ...now, ...chosen, guide: "over", benchSounds: false }));
  await expect.poll(() => readFile().role).toBe("repair");
  const second = openWindow(unasked);
  await second.shared;
  expect(second.store.read()).toEqual({ ...chosen, guide: "over", benchSounds: false });
});

test("what a window kept before there was a file goes into the file", async () => {
  await openWindow({ ...unasked, role: "shop", language: "en", baudRate: 19_200 }).shared;
  await expect.poll(() => readFile()).toMatchObject({ role: "shop", language: "en", line: { baudRate: 19_200 } });
});

test("what the file holds stands against what a window still has from earlier", async () => {
  new PreferencesFile(path()).write({ ...readFile(), role: "install", language: null, theme: "light" });
  const window = openWindow({ ...unasked, role: "shop", language: "en", theme: "dark" });
  await window.shared;
  expect([window.store.read(), readFile().language]).toMatchObject([
    { role: "install", language: null, theme: "light" },
    null,
  ]);
});

test("what a person chooses while the file is read stands, and is told", async () => {
  new PreferencesFile(path()).write({ ...readFile(), role: "install", language: "zh-CN", theme: "light" });
  const window = openWindow({ ...unasked, role: "install" });
  window.store.change((now) => ({ ...now, language: "en" }));
  await window.shared;
  await expect.poll(() => readFile()).toMatchObject({ role: "install", language: "en", theme: "light" });
  expect(window.store.read()).toMatchObject({ language: "en", theme: "light" });
});
