// The same end-to-end specs on three targets: import `test` and `expect` from here, and use `page`.
//
//   electron   the real desktop window, when a runtime is present
//   double     the built main and preload processes on the test double of Electron, shown by Chromium
//   browser    the WebSocket host and a page in Chromium
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type Browser, chromium, expect, type Page, test as base } from "@playwright/test";
import { z } from "zod";
import { findRuntime } from "../../electron/headless/electron-runtime.ts";
import { type StartedProcess, startProcess } from "../started-process.ts";

export type TargetName = "electron" | "double" | "browser";

export const root = resolve(import.meta.dirname, "../..");
const timeLimit = 20_000;

export interface RunningApp {
  readonly target: TargetName;
  readonly page: Page;
  /** Node's own side; null for real Electron. */
  readonly process: StartedProcess | null;
  /** Where it keeps records and descriptions. */
  readonly data: string;
  /** Addresses of more pages, as many as `moreClients`; only in a browser. */
  readonly moreAddresses: readonly string[];
  /** What the person answers when the desktop asks, button by button; nothing in a browser, which asks by itself. */
  readonly answer: (...buttons: readonly number[]) => Promise<void>;
  /** Starts the desktop app a second time with a file, as a system does that opens it; nothing in a browser. */
  readonly openAgain: (file: string) => Promise<void>;
}

interface TargetFixtures {
  /** For a WebSocket host of this spec's own: pages besides the first that it lets in. */
  readonly moreClients: number | null;
  /** For a WebSocket host of this spec's own: that pages may open the raw console. The desktop always may. */
  readonly allowsConsole: boolean;
  readonly running: RunningApp;
}

interface WorkerFixtures {
  readonly target: TargetName;
  /** What the specs of one worker share: starting it takes longer than most of them. Each finds it as if just started. */
  readonly shared: SharedSide;
}

type Use = (running: RunningApp) => Promise<void>;

/** What makes a spec need a host of its own. */
type OwnHost = Pick<TargetFixtures, "moreClients" | "allowsConsole">;

/** Gives each spec its own page, and no trace of the one before. */
interface SharedSide {
  readonly run: (use: Use, own: OwnHost) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const test = base.extend<TargetFixtures, WorkerFixtures>({
  target: ["browser", { option: true, scope: "worker" }],
  moreClients: [null, { option: true }],
  allowsConsole: [false, { option: true }],
  shared: [
    async ({ target, playwright, launchOptions }, use) => {
      const shared = await shareSide(target, () => playwright.chromium.launch(launchOptions));
      await use(shared);
      await shared.stop();
    },
    { scope: "worker" },
  ],
  running: async ({ shared, moreClients, allowsConsole }, use) => {
    await shared.run(use, { moreClients, allowsConsole });
  },
  page: async ({ running }, use) => {
    await use(running.page);
  },
});

export { expect };

async function shareSide(target: TargetName, launch: () => Promise<Browser>): Promise<SharedSide> {
  if (target === "electron") return { run: runElectron, stop: () => Promise.resolve() };
  return target === "double" ? shareDouble() : shareBrowser(await launch());
}

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
  const answer = (...buttons: readonly number[]): Promise<void> =>
    electron.evaluate(
      ({ dialog }, given) => {
        dialog.showMessageBoxSync = () => given.shift() ?? 0;
      },
      [...buttons],
    );
  try {
    const page = await electron.firstWindow();
    const data = join(folder, "data");
    const openAgain = (file: string): Promise<void> =>
      electron.evaluate(({ app }, given) => void app.emit("second-instance", {}, ["counterpart", given], "/"), file);
    await use({ target: "electron", page, process: null, data, moreAddresses: [], answer, openAgain });
  } finally {
    await electron.close();
    removeFolder(folder);
  }
}

const doubleGreeting = z.object({ debuggingPort: z.number() });

async function shareDouble(): Promise<SharedSide> {
  const folder = makeFolder();
  const child = await startProcess(listDoubleArguments(folder), root);
  const { debuggingPort } = doubleGreeting.parse(child.greeting);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`, { timeout: timeLimit });
  const page = await findShownPage(browser);
  const answer = async (...buttons: readonly number[]): Promise<void> =>
    writeFile(join(folder, "answers.json"), JSON.stringify(buttons));
  return {
    run: async (use) => {
      // The double answers dialogs; without a listener here, this connection would do it first.
      page.on("dialog", () => undefined);
      const openAgain = async (file: string): Promise<void> => {
        await writeFile(join(folder, "second-start.json"), JSON.stringify(["counterpart", file]));
        process.kill(child.pid, "SIGUSR2");
      };
      await use({ target: "double", page, process: child, data: child.data, moreAddresses: [], answer, openAgain });
      dropListeners(page);
      await answer(leave);
      // What the page was still saying may be written down after it was forgotten.
      let rounds = 0;
      do {
        forgetPreferences(child.data);
        await forgetEverything(page);
        rounds++;
      } while (rounds < 3 && !(await isAsFirst(page)));
      await answer();
    },
    stop: async () => {
      await browser.close();
      await child.stop();
      removeFolder(folder);
    },
  };
}

/** The button that lets a page go although it writes; see electron/main/ask-before-leaving.ts. */
const leave = 1;

/** What a spec may listen to; the page's own ears stay. */
function dropListeners(page: Page): void {
  for (const event of ["dialog", "response", "download", "console"]) page.removeAllListeners(event);
}

/** The file as before the first start of all; the app looks at it whenever it is asked. */
function forgetPreferences(data: string): void {
  rmSync(join(data, "preferences.json"), { force: true });
}

/** Whether it asks what only the first start of all asks. */
async function isAsFirst(page: Page): Promise<boolean> {
  await page
    .locator("[data-role], main#content")
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  return (await page.locator("[data-role]").count()) > 0;
}

const usualWindow = { width: 1280, height: 800 };

/** The page as at the first start of all. */
async function forgetEverything(page: Page): Promise<void> {
  page.on("dialog", () => undefined);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    // What the page would still write down on its way out.
    Storage.prototype.setItem = () => undefined;
  });
  await page.setViewportSize(usualWindow);
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null });
  await page.goto(page.url());
  dropListeners(page);
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

const hostGreeting = z.object({ addresses: z.array(z.string()) });

interface OpenHost {
  readonly process: StartedProcess;
  readonly addresses: string[];
}

/** More than the specs of one worker; each takes an address, which lets one page in. */
const manyClients = 200;

function startHost(clients: number, allowsConsole = false): Promise<OpenHost> {
  const command = join(root, "electron/headless/command-line.ts");
  const options = ["--json", "--allow-clients", String(clients), ...(allowsConsole ? ["--console"] : [])];
  return startProcess([command, "serve", ...options], root).then((process) => ({
    process,
    addresses: hostGreeting.parse(process.greeting).addresses,
  }));
}

async function shareBrowser(browser: Browser): Promise<SharedSide> {
  const common = await startHost(manyClients);
  return {
    run: async (use, { moreClients, allowsConsole }) => {
      const isOwn = moreClients !== null || allowsConsole;
      const host = isOwn ? await startHost(1 + (moreClients ?? 0), allowsConsole) : common;
      const address = host.addresses.shift() ?? "";
      forgetPreferences(host.process.data);
      const context = await browser.newContext({ viewport: usualWindow });
      const page = await context.newPage();
      await page.goto(address);
      const answer = (): Promise<void> => Promise.resolve();
      const openAgain = (): Promise<void> => Promise.resolve();
      const moreAddresses = moreClients === null ? [] : host.addresses;
      const { process } = host;
      await use({ target: "browser", page, process, data: process.data, moreAddresses, answer, openAgain });
      await context.close();
      if (host !== common) await host.process.stop();
    },
    stop: async () => {
      await browser.close();
      await common.process.stop();
    },
  };
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "counterpart-e2e-"));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
