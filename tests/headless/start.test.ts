// npm start as a person sees it, without an Electron runtime: what it prints, what it opens, and how it ends.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";

const root = resolve(import.meta.dirname, "../..");
const browser = findBrowser();
let folder = "";
let started: Started[] = [];

interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
}

beforeAll(async () => {
  if (isBuildStale(root)) expect(await build(root)).toEqual({ ok: true });
}, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-start-"));
  mkdirSync(join(folder, "bin"));
});
afterEach(async () => {
  for (const { child } of started) {
    if (child.exitCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "close");
  }
  started = [];
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

function start(environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ["--import", "./.ci/assert-node.js", "electron/headless/start.ts"], {
    cwd: root,
    env: {
      HOME: folder,
      XDG_CACHE_HOME: folder,
      TMPDIR: folder,
      PATH: join(folder, "bin"),
      COUNTERPART_ELECTRON: "off",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const running = { child, out: () => out, err: () => err };
  started.push(running);
  return running;
}

/** A program named as a browser, first on the path. */
function writeBrowser(lines: readonly string[]): void {
  const path = join(folder, "bin/chromium");
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(path, 0o755);
}

const address = /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/m;

async function awaitAddress(running: Started): Promise<string> {
  await expect.poll(running.out, { timeout: 15_000 }).toMatch(address);
  return address.exec(running.out())?.[0] ?? "";
}

async function interrupt({ child }: Started): Promise<number | null> {
  child.kill("SIGINT");
  await once(child, "close", { signal: AbortSignal.timeout(10_000) });
  return child.exitCode;
}

/** Where the browser's page is, as its debugger tells. */
async function readShownAddress(): Promise<string> {
  try {
    const [port] = readFileSync(join(folder, "counterpart/browser/DevToolsActivePort"), "utf8").split("\n");
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as readonly { readonly url: string }[];
    return pages[0]?.url ?? "";
  } catch {
    return "";
  }
}

describe.skipIf(process.platform !== "linux")("npm start", () => {
  test("without a display the address is printed, alone on standard output, and Ctrl-C ends it cleanly", async () => {
    const running = start({});
    const printed = await awaitAddress(running);
    const { status } = await fetch(new URL("/", printed));
    expect([status, running.out(), await interrupt(running)]).toEqual([200, `${printed}\n`, 0]);
    expect(running.err()).not.toMatch(/^\s+at /m);
  });

  test("without a browser it says so in both languages and prints the address", async () => {
    const running = start({ DISPLAY: ":none" });
    await awaitAddress(running);
    expect(running.err()).toContain("没有找到 Chromium、Chrome 或 Edge");
    expect(running.err()).toContain("neither Chromium, Chrome nor Edge was found");
  });

  test("a browser that cannot start leads to the address, not to an end", async () => {
    writeBrowser(["exit 1"]);
    const running = start({ DISPLAY: ":none" });
    await awaitAddress(running);
    expect(running.err()).toContain("chromium ended before it showed the page");
  });

  test.for([
    ["home", { XDG_CACHE_HOME: "/dev/null/nowhere", TMPDIR: "/dev/null/nowhere" }],
    ["folder for temporary files", { TMPDIR: "/dev/null/nowhere" }],
  ] as const)("a %s that cannot be written to leads to the address, with the reason", async ([, folders]) => {
    writeBrowser(["sleep 20"]);
    const running = start({ DISPLAY: ":none", ...folders });
    await awaitAddress(running);
    expect(running.err()).toContain("The browser's own folder could not be made: ENOTDIR");
  });

  test("the secret of the address is in no program's arguments", async () => {
    writeBrowser([`printf '%s\\n' "$@" > ${folder}/arguments`, "sleep 20"]);
    start({ DISPLAY: ":none", PATH: `${join(folder, "bin")}:/usr/bin:/bin` });
    await expect.poll(() => existsSync(join(folder, "arguments")), { timeout: 15_000 }).toBe(true);
    await sleep(50);
    const given = readFileSync(join(folder, "arguments"), "utf8");
    expect([given.includes("--app=file://"), /[\w-]{43}/.test(given)]).toEqual([true, false]);
  });

  test.skipIf(browser === null)(
    "the installed browser opens the page, and closing it ends the program",
    async () => {
      const pidFile = join(folder, "pid");
      // The same browser, without its window; its folders would be root's own.
      writeBrowser([
        `echo $$ > ${pidFile}`,
        `exec ${browser} --headless=new --disable-gpu --remote-debugging-port=0 "$@"`,
      ]);
      const running = start({ DISPLAY: ":none", PATH: `${join(folder, "bin")}:/usr/bin:/bin` });
      // The page takes the token out of its address as soon as it runs, and has been let in a moment later.
      await expect.poll(readShownAddress, { timeout: 25_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      await sleep(1500);
      process.kill(Number(readFileSync(pidFile, "utf8")), "SIGTERM");
      await once(running.child, "close", { signal: AbortSignal.timeout(15_000) });
      expect([running.child.exitCode, running.out(), running.err().split("\n").length]).toEqual([0, "", 2]);
    },
    40_000,
  );
});
