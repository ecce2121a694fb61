// A till with 4 GB of memory: what all processes of the window hold, the Node side and the installed browser's, in an app window as
// `npm start` opens it there. The "peer" of these rows is what the product promises. Counted is what a task manager shows; programs and
// libraries as they lie on the disk, which the system takes back when memory is short, are told beside it, and counted in the rows
// where it is short.
import { cpSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { listArguments } from "../../electron/headless/app-window.ts";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";
import { browserArguments } from "../electron/installed-browser.ts";
import { findBrowserProcess, listFamily, type ProcessMemory, sumMemory } from "./process-memory.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { dropFileCache, makeShortMemory, type ShortMemory } from "./short-memory.ts";
import { startHost } from "./start-host.ts";
import { writeSyslog } from "./write-syslog.ts";

const root = resolve(import.meta.dirname, "../..");
const most = 400;
/**
 * What all processes together may have there for the main job, with each page of a file that was not in memory before, and with
 * some 30 MB that the kernel needs for them; and then for the log, whose file counts, too.
 */
const shortForJob = 425;
const shortForLog = 440;
/** An hour at line rate, as in measure-hour.ts. */
const lines = 488_000;
const greeting = z.object({ addresses: z.array(z.string()).min(1) });

export async function measureSmall(): Promise<readonly BenchRow[]> {
  const program = findBrowser();
  if (program === null) return makeRows(null, null, "no Chromium, Chrome or Edge here");
  const built = isBuildStale(root) ? await build(root) : { ok: true as const };
  if (!built.ok) return makeRows(null, null, "the window could not be built");
  const ample = await useWindow(program, { startIn: (start) => start(), allow: () => undefined });
  const memory = makeShortMemory(shortForJob);
  if (memory === null) return makeRows(ample, null, "needs root and control groups (version 1) for memory");
  // What another browser of this computer has in memory would be counted there.
  const copy = mkdtempSync(join(tmpdir(), "counterpart-browser-"));
  try {
    cpSync(dirname(ample.program), copy, { recursive: true });
    dropFileCache();
    return makeRows(ample, await useWindow(join(copy, basename(ample.program)), memory), "");
  } finally {
    await memory.remove();
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Use {
  readonly job: ProcessMemory;
  readonly hour: ProcessMemory;
  /** Of the main job. */
  readonly seconds: number;
  /** The browser itself, whatever script starts it. */
  readonly program: string;
}

/** The main job, then an hour of log. */
async function useWindow(program: string, { startIn, allow }: Pick<ShortMemory, "startIn" | "allow">): Promise<Use> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const profile = join(folder, "profile");
  const host = await startIn(() => startHost(root));
  const [address = ""] = greeting.parse(host.greeting).addresses;
  const own = listArguments(address, profile, true).filter((word) => !word.startsWith("--user-data-dir="));
  const options = { executablePath: program, args: [...browserArguments, ...own], locale: "en-GB" };
  const context = await startIn(() => chromium.launchPersistentContext(profile, options));
  try {
    const page = context.pages()[0] ?? (await context.waitForEvent("page"));
    const measure = (): ProcessMemory => sumMemory([host.pid, ...listFamily(findBrowserProcess(profile))]);
    const begun = performance.now();
    await doMainJob(page);
    const seconds = (performance.now() - begun) / 1000;
    const job = measure();
    allow(shortForLog);
    const file = join(folder, "syslog");
    writeSyslog(file, lines);
    await page.locator("[data-tab=logs]").click();
    await page.locator("[data-files]").first().setInputFiles(file);
    await page.locator("[data-viewer=indexed]").waitFor({ timeout: 300_000 });
    const started = readlinkSync(`/proc/${findBrowserProcess(profile)}/exe`);
    return { job, hour: measure(), seconds, program: started };
  } finally {
    await context.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeRows(ample: Use | null, short: Use | null, obstacle: string): readonly BenchRow[] {
  const row = (name: string, held: number | undefined, note: string): BenchRow =>
    makeRow({ name, limit: 1, unit: "MB", note }, { ours: held === undefined ? [] : [held], peer: [most] });
  const tell = (held: ProcessMemory | undefined): string =>
    held ? `private memory; ${held.whole.toFixed(0)} MB with programs as they lie on the disk` : obstacle;
  const wait = `given ${shortForJob} MB with the file cache; main job ${short?.seconds.toFixed(1)} s, ${ample?.seconds.toFixed(1)} s with all memory`;
  return [
    row("a computer of 4 GB, after the main job: all processes", ample?.job.own, tell(ample?.job)),
    row("the same, after an hour of log was opened", ample?.hour.own, tell(ample?.hour)),
    row("where memory is short, after the main job: with all programs", short?.job.whole, short ? wait : obstacle),
    row("the same, after an hour of log was opened", short?.hour.whole, short ? `given ${shortForLog} MB` : obstacle),
  ];
}

/** Read, understood, corrected. */
async function doMainJob(page: Page): Promise<void> {
  await page.locator("[data-role=repair]").click();
  await page.locator("[data-tab=check]").click();
  await page.locator('[data-port="demo:linux-broken"]').click();
  await page.locator("[data-verdict]").waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Fix", exact: true }).click();
  await page.getByRole("checkbox", { name: /No payment is under way/ }).check();
  await page.getByRole("button", { name: "Write to the terminal" }).click();
  await page.locator('[data-outcome="confirmed"]').waitFor({ timeout: 120_000 });
}
