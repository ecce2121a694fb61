// The same end-to-end specs on three targets: import `test` and `expect` from here, and use `page`.
//
//   electron   the real desktop window, when a runtime is present
//   double     the built main and preload processes on the test double of Electron, shown by Chromium
//   browser    the WebSocket host and a page in Chromium
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type Browser, chromium, expect, type Page, test as base } from "@playwright/test";
import { z } from "zod";
import { findRuntime } from "../../electron/headless/electron-runtime.ts";
import { type StartedProcess, startProcess } from "./started-process.ts";

export type TargetName = "electron" | "double" | "browser";

export const root = resolve(import.meta.dirname, "../..");
const timeLimit = 20_000;

export interface RunningApp {
  readonly target: TargetName;
  readonly page: Page;
  /** Node's own side; null for real Electron. */
  readonly process: StartedProcess | null;
  /** Addresses of more pages, as many as `moreClients`; only in a browser. */
  readonly moreAddresses: readonly string[];
}

interface TargetOptions {
  readonly target: TargetName;
  /** Pages besides the first that the WebSocket host lets in. */
  readonly moreClients: number;
}

interface TargetFixtures {
  readonly running: RunningApp;
}

type Use = (running: RunningApp) => Promise<void>;

export const test = base.extend<TargetOptions & TargetFixtures>({
  target: ["browser", { option: true }],
  moreClients: [0, { option: true }],
  running: async ({ target, moreClients, playwright, launchOptions }, use) => {
    if (target === "electron") await runElectron(use);
    else if (target === "double") await runDouble(use);
    else await runBrowser(await playwright.chromium.launch(launchOptions), moreClients, use);
  },
  page: async ({ running }, use) => {
    await use(running.page);
  },
});

export { expect };

async function runElectron(use: Use): Promise<void> {
  const runtime = findRuntime(root);
  if (runtime === null) throw new Error("There is no Electron runtime here.");
  const folder = makeFolder();
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const electron = await _electron.launch({
    executablePath: runtime,
    args: [...sandbox, `--user-data-dir=${folder}`, root],
    env: { ...process.env, COUNTERPART_DATA: join(folder, "data") },
    timeout: timeLimit,
  });
  try {
    await use({ target: "electron", page: await electron.firstWindow(), process: null, moreAddresses: [] });
  } finally {
    await electron.close();
    removeFolder(folder);
  }
}

const doubleGreeting = z.object({ debuggingPort: z.number() });

async function runDouble(use: Use): Promise<void> {
  const folder = makeFolder();
  const child = await startProcess(listDoubleArguments(folder), root);
  const { debuggingPort } = doubleGreeting.parse(child.greeting);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`, { timeout: timeLimit });
  try {
    await use({ target: "double", page: await findShownPage(browser), process: child, moreAddresses: [] });
  } finally {
    await browser.close();
    await child.stop();
    removeFolder(folder);
  }
}

export function listDoubleArguments(userData: string): readonly string[] {
  return [
    join(root, "tests/electron/double/run-double.ts"),
    join(root, "out/main/index.js"),
    `--user-data-dir=${userData}`,
  ];
}

async function findShownPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error("Chromium has no context.");
  const [page] = context.pages().length > 0 ? context.pages() : [await context.waitForEvent("page")];
  if (!page) throw new Error("Chromium has no page.");
  await page.waitForURL(/^https:\/\/counterpart\.app\.double\.invalid\//, { timeout: timeLimit });
  return page;
}

const hostGreeting = z.object({ addresses: z.tuple([z.string()], z.string()) });

async function runBrowser(browser: Browser, moreClients: number, use: Use): Promise<void> {
  const host = await startProcess(
    [join(root, "electron/headless/command-line.ts"), "serve", "--json", "--allow-clients", String(1 + moreClients)],
    root,
  );
  const [address, ...moreAddresses] = hostGreeting.parse(host.greeting).addresses;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  try {
    await use({ target: "browser", page, process: host, moreAddresses });
  } finally {
    await browser.close();
    await host.stop();
  }
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "counterpart-e2e-"));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
