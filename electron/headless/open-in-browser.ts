// The same app without Electron: the WebSocket host, and the page in the installed browser or its address in words.
import { basename } from "node:path";
import { composeApp } from "../host/compose-app.ts";
import { PageSessions } from "../host/page-sessions.ts";
import { type AppWindow, type AppWindowOptions, openAppWindow } from "./app-window.ts";
import { type BrowserProfile, takeProfile } from "./browser-profile.ts";
import type { Environment } from "./find-browser.ts";
import { PageWatch } from "./page-watch.ts";
import { sayBoth } from "./say-both.ts";
import { findCacheFolder } from "./user-folders.ts";
import { openWebHost, type WebHost } from "./web-host.ts";
import { startTexts } from "./words/start.ts";
import { printOut } from "./standard-output.ts";

export interface BrowserStart {
  /** out/renderer */
  readonly folder: string;
  /** Null: the address is printed. */
  readonly browser: string | null;
  readonly environment: Environment;
  /** Resolves when the person ends the program. */
  readonly interrupted: Promise<void>;
}

/** Milliseconds that a page may be away, reloading, before its window counts as closed. */
const away = 3000;
/** The same where the browser's process outlives its last window (macOS): also a crashed page may come back in this time. */
const awayForGood = 60_000;

/** Resolves when the page was closed for good or the person ended the program. */
export async function openInBrowser(start: BrowserStart): Promise<void> {
  const app = composeApp();
  const pages = new PageSessions(app.handlers);
  const watch = new PageWatch();
  const profile = start.browser === null ? null : findProfile(start.environment);
  const host = await openHost(profile?.port ?? 0, (port) =>
    openWebHost({
      onPage: (link, key) => pages.receive(link, key),
      folder: start.folder,
      mostClients: 1,
      port,
      onPresence: (pages) => watch.update(pages),
    }),
  );
  profile?.rememberPort(host.port);
  try {
    if (start.browser !== null && profile && (await showWindow({ ...start, host, watch, profile }, start.browser)))
      return;
    await printAddresses(host, watch, start.interrupted);
  } finally {
    await app.close();
    await host.close();
    profile?.release();
  }
}

function findProfile(environment: Environment): BrowserProfile | null {
  try {
    return takeProfile(findCacheFolder(process.platform, environment));
  } catch (error) {
    sayBoth(startTexts.noFolder, { reason: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function openWindow(options: AppWindowOptions): AppWindow | null {
  try {
    return openAppWindow(options);
  } catch (error) {
    sayBoth(startTexts.noFolder, { reason: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

/** The port of last time may have been taken by another program. */
async function openHost(preferred: number, open: (port: number) => Promise<WebHost>): Promise<WebHost> {
  if (preferred === 0) return open(0);
  return open(preferred).catch(() => open(0));
}

interface Shown extends BrowserStart {
  readonly host: WebHost;
  readonly watch: PageWatch;
  readonly profile: BrowserProfile;
}

/** False when the browser ended before it showed anything. */
async function showWindow({ host, watch, profile, ...start }: Shown, browser: string): Promise<boolean> {
  const address = host.issueAddress();
  const window = openWindow({ browser, address, profile: profile.folder, environment: start.environment });
  if (window === null) return false;
  const ended = await Promise.race([
    window.ended.then(() => "browser" as const),
    watch.waitUntilGone(awayForGood).then(() => "page" as const),
    start.interrupted.then(() => "person" as const),
  ]);
  if (ended !== "browser") {
    window.close();
    await window.ended;
    return true;
  }
  if (!watch.hadSome) {
    sayBoth(startTexts.browserFailed, { browser: basename(browser) });
    return false;
  }
  // A browser that was running already has taken the page over and ended this process.
  await Promise.race([watch.waitUntilGone(away), start.interrupted]);
  return true;
}

/** Prints an address, and another one when its page was closed, until the person ends the program. */
async function printAddresses(host: WebHost, watch: PageWatch, interrupted: Promise<void>): Promise<void> {
  sayBoth(startTexts.address);
  printOut(`${host.issueAddress()}\n`);
  for (;;) {
    const ended = await Promise.race([watch.waitUntilGone(away).then(() => false), interrupted.then(() => true)]);
    if (ended) return;
    if (host.unusedAddresses() === 0) {
      sayBoth(startTexts.pageClosed);
      printOut(`${host.issueAddress()}\n`);
    }
    await Promise.race([watch.waitForSomebody(), interrupted]);
  }
}
