// What the window costs a person: the same page and host as `npm start` opens, in the installed browser, on a demo terminal.
// The "peer" of these rows is what the product promises.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";
import type { StartedProcess } from "../started-process.ts";
import { browserArguments } from "../electron/installed-browser.ts";
import { type BenchRow, findMedian, makeRow, type Unit } from "./rows.ts";
import { startHost } from "./start-host.ts";

const root = resolve(import.meta.dirname, "../..");

interface Promised {
  readonly name: string;
  readonly limit: number;
  readonly unit: Unit;
}

/** What each round measures, with its limit. */
const promises = {
  interactive: { name: "window: navigation to usable", limit: 1500, unit: "ms" },
  weight: { name: "window: first screen, compressed", limit: 160, unit: "kB" },
  keystroke: { name: "window: a keystroke in the form checked", limit: 5, unit: "ms" },
  interaction: { name: "window: the longest interaction", limit: 100, unit: "ms" },
  memory: { name: "window: Node side, at its largest", limit: 150, unit: "MB" },
} as const satisfies Readonly<Record<string, Promised>>;

type PromiseName = keyof typeof promises;
type Round = Readonly<Record<PromiseName, number>>;

export async function measureWindow(rounds: number): Promise<readonly BenchRow[]> {
  const browser = findBrowser();
  if (browser === null) return makeRows([], "no Chromium, Chrome or Edge here");
  const built = isBuildStale(root) ? await build(root) : { ok: true as const };
  if (!built.ok) return makeRows([], "the window could not be built");
  return makeRows(await takeRounds(browser, rounds), "installed browser, demo terminal; the peer is the limit");
}

function makeRows(rounds: readonly Round[], note: string): readonly BenchRow[] {
  return Object.entries(promises).map(([key, { name, limit, unit }]) =>
    makeRow({ name, limit: 1, note, unit }, { ours: rounds.map((round) => round[key as PromiseName]), peer: [limit] }),
  );
}

const greeting = z.object({ addresses: z.array(z.string()) });

async function takeRounds(executablePath: string, count: number): Promise<readonly Round[]> {
  const host = await startHost(root, ["--allow-clients", String(count)]);
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  const rounds: Round[] = [];
  try {
    for (const address of greeting.parse(host.greeting).addresses) {
      // Nothing of the round before is in its cache.
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
      rounds.push(await takeRound(context, address, host));
      await context.close();
    }
  } finally {
    await browser.close();
    await host.stop();
  }
  return rounds;
}

/**
 * Runs in the page before its own scripts: notes when a port can be chosen and another one typed, and how long each
 * interaction took until its paint.
 */
const listening = `
  globalThis.benchUsable = null;
  const parts = ['aside form input', '[data-port="demo:linux-broken"]'];
  new MutationObserver((_, observer) => {
    if (!parts.every((part) => document.querySelector(part))) return;
    benchUsable = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  globalThis.benchInteractions = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId > 0) benchInteractions.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16 });
`;

async function takeRound(context: BrowserContext, address: string, host: StartedProcess): Promise<Round> {
  const page = await context.newPage();
  await page.addInitScript({ content: listening });
  // The one question of the first start is behind the person who comes back.
  await page.addInitScript({ content: `localStorage.setItem("counterpart.preferences", '{"role":"shop"}')` });
  const weigh = weighResponses(page);
  await page.goto(address);
  await page.locator("aside form").getByRole("textbox").waitFor();
  await page.locator('[data-port="demo:linux-broken"]').waitFor();
  const interactive = await ask(page, "benchUsable");
  const weight = await weigh();
  await useWindow(page);
  return {
    interactive,
    weight,
    keystroke: findMedian(await askAll(page, checks)),
    interaction: Math.max(0, ...(await askAll(page, "benchInteractions"))),
    memory: readLargestMemory(host.pid),
  };
}

const checks = `performance.getEntriesByName("counterpart.check-drafts").map(({ duration }) => duration)`;

/** From the left column to a typed setting, its check, and back. */
async function useWindow(page: Page): Promise<void> {
  await page.locator('[data-port="demo:linux-broken"]').click();
  await page.locator("[data-verdict]").waitFor({ timeout: 30_000 });
  await page.locator("[data-tab=settings]").click();
  const gateway = page.locator("input[name=gateway]");
  await gateway.fill("");
  await gateway.pressSequentially("192.168.1.254");
  await page.locator("[data-tab=logs]").click();
  await page.locator("main[data-screen=logs]").waitFor();
  await page.locator("[data-tab=check]").click();
  await page.locator("[data-verdict]").waitFor();
}

/** Kilobytes of the scripts and styles that came until it is asked. */
function weighResponses(page: Page): () => Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!/\.(?:js|css)$/.test(new URL(response.url()).pathname)) return;
    bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return async () => (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0) / 1000;
}

async function ask(page: Page, expression: string): Promise<number> {
  return z.number().parse(await page.evaluate(expression));
}

async function askAll(page: Page, expression: string): Promise<readonly number[]> {
  return z.array(z.number()).parse(await page.evaluate(expression));
}

/** Megabytes that the process ever held at once (Linux). */
function readLargestMemory(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
