import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listArguments, openAppWindow } from "../../electron/headless/app-window.ts";
import { isSmallComputer } from "../../electron/host/small-computer.ts";

const token = "T".repeat(43);
const address = `http://127.0.0.1:4711/#${token}`;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-window-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program in a browser's place: it writes down its arguments, and the file that it was sent to with its mode. */
function writeBrowser(): string {
  const browser = join(folder, "browser");
  const script = [
    "#!/bin/sh",
    `printf '%s\\n' "$@" > "${folder}/arguments"`,
    `file=$(printf '%s' "$1" | sed 's#^--app=file://##')`,
    `stat -c %a "$file" > "${folder}/mode"; stat -c %a "$(dirname "$file")" >> "${folder}/mode"`,
    `printf '%s' "$file" > "${folder}/place"; cat "$file" > "${folder}/content"`,
  ];
  writeFileSync(browser, `${script.join("\n")}\n`);
  chmodSync(browser, 0o755);
  return browser;
}

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

test.skipIf(process.platform !== "linux")(
  "the token reaches the browser in a file for this user only, never in an argument, and the file goes with the browser",
  async () => {
    const window = openAppWindow({
      browser: writeBrowser(),
      address,
      profile: join(folder, "profile"),
      environment: {},
    });
    await window.ended;
    expect([read("arguments").includes(token), read("content").includes(address)]).toEqual([false, true]);
    expect(read("mode")).toBe("600\n700\n");
    expect(existsSync(read("place"))).toBe(false);
  },
);

test("a browser that cannot be started ends like one that was closed", async () => {
  const window = openAppWindow({ browser: writeBrowser(), address, profile: join(folder, "profile"), environment: {} });
  window.close();
  await expect(window.ended).resolves.toBeUndefined();
});

test("the browser's sandbox is given up only as root, where Chromium would not start with it", () => {
  const uid = process.getuid?.();
  expect(listArguments("file:///x", "/p").includes("--no-sandbox")).toBe(uid === 0);
});

test.for([
  ["a computer of 4 GB", 4 * 1024 ** 3 - 200_000_000, true],
  ["one of 8 GB", 8 * 1024 ** 3 - 200_000_000, false],
] as const)("on %s the browser is told to live with little memory: %d octets", ([, memory, told]) => {
  const words = listArguments("file:///x", "/p", isSmallComputer(memory));
  expect(words.includes("--enable-low-end-device-mode")).toBe(told);
});
