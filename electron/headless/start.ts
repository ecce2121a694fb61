// npm start: builds what is not built, then the desktop window, or the same app in the installed browser, or its address.
import { basename, join, resolve } from "node:path";
import { reportCrashes } from "../host/report-crashes.ts";
import { build, isBuildStale } from "./build-page.ts";
import { fetchRuntime, findRuntime, mayFetchRuntime } from "./electron-runtime.ts";
import { findBrowser } from "./find-browser.ts";
import { openDesktop } from "./open-desktop.ts";
import { sayBoth } from "./say-both.ts";
import { findCacheFolder, hasDisplay } from "./user-folders.ts";
import { waitForInterrupt } from "./wait-for-interrupt.ts";
import { startTexts } from "./words/start.ts";

const root = resolve(import.meta.dirname, "../..");
const environment = process.env;
/** Seconds; a person waits for this. */
const fetchLimit = 30;

async function getRuntime(): Promise<string | null> {
  const found = findRuntime(root);
  const memory = join(findCacheFolder(process.platform, environment), "electron-failed");
  const options = { environment, memory, now: Date.now() };
  if (found !== null || !mayFetchRuntime(options)) return found;
  sayBoth(startTexts.fetching, { seconds: fetchLimit });
  await fetchRuntime(join(root, "node_modules/electron/install.js"), fetchLimit * 1000, options);
  return findRuntime(root);
}

async function openWindow(interrupted: Promise<void>): Promise<void> {
  const display = hasDisplay(process.platform, environment);
  const runtime = display ? await getRuntime() : null;
  if (runtime !== null) {
    sayBoth(startTexts.desktop);
    if (await openDesktop(runtime, root, interrupted)) return;
    sayBoth(startTexts.desktopFailed);
  }
  const browser = display ? findBrowser(environment) : null;
  if (!display) sayBoth(startTexts.noDisplay);
  else if (browser === null) sayBoth(startTexts.noBrowser);
  else sayBoth(startTexts.browser, { browser: basename(browser) });
  const { openInBrowser } = await import("./open-in-browser.ts");
  await openInBrowser({ folder: join(root, "out/renderer"), browser, environment, interrupted });
}

async function start(): Promise<number> {
  const interrupted = waitForInterrupt();
  if (isBuildStale(root)) {
    sayBoth(startTexts.building);
    const built = await build(root);
    if (!built.ok) {
      process.stderr.write(`${built.output}\n`);
      sayBoth(startTexts.notBuilt);
      return 1;
    }
  }
  await openWindow(interrupted);
  return 0;
}

async function run(): Promise<void> {
  reportCrashes(() => process.exit(1));
  try {
    process.exitCode = await start();
  } catch (error) {
    sayBoth(startTexts.failed, { reason: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  }
}

// Nothing happens where it is only compiled (.ci/compile-sources.ts).
if (import.meta.main) await run();
