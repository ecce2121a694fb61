// A till with 4 GB of memory: what all processes of the window hold, the Node side and the installed browser's, in an app window as
// `npm start` opens it there. The "peer" of these rows is what the product promises. Counted is what a task manager shows; programs and
// libraries as they lie on the disk, which the system takes back when memory is short, are told beside it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { listArguments } from "../../electron/headless/app-window.ts";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";
import { browserArguments } from "../electron/installed-browser.ts";
import { findBrowserProcess, listFamily, type ProcessMemory, sumMemory } from "./process-memory.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { startHost } from "./start-host.ts";
import { writeSyslog } from "./write-syslog.ts";

const root = resolve(import.meta.dirname, "../..");
const most = 400;
/** An hour at line rate, as in measure-hour.ts. */
const lines = 488_000;
const greeting = z.object({ addresses: z.array(z.string()).min(1) });

export async function measureSmall(): Promise<readonly BenchRow[]> {
  const program = findBrowser();
  if (program === null) return makeRows(null, null, "no Chromium, Chrome or Edge here");
  const built = isBuildStale(root) ? await build(root) : { ok: true as const };
  if (!built.ok) return makeRows(null, null, "the window could not be built");
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const profile = join(folder, "profile");
  const host = await startHost(root);
  const [address = ""] = greeting.parse(host.greeting).addresses;
  const own = listArguments(address, profile, true).filter((word) => !word.startsWith("--user-data-dir="));
  const args = [...browserArguments, ...own];
  const context = await chromium.launchPersistentContext(profile, { executablePath: program, args, locale: "en-GB" });
  try {
    const page = context.pages()[0] ?? (await context.waitForEvent("page"));
    const measure = (): ProcessMemory => sumMemory([host.pid, ...listFamily(findBrowserProcess(profile))]);
    await doMainJob(page);
    const job = measure();
    const file = join(folder, "syslog");
    writeSyslog(file, lines);
    await page.locator("[data-tab=logs]").click();
    await page.locator("[data-files]").first().setInputFiles(file);
    await page.locator("[data-viewer=indexed]").waitFor({ timeout: 300_000 });
    return makeRows(job, measure(), "");
  } finally {
    await context.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeRows(job: ProcessMemory | null, hour: ProcessMemory | null, obstacle: string): readonly BenchRow[] {
  const row = (name: string, held: ProcessMemory | null): BenchRow =>
    makeRow(
      {
        name,
        limit: 1,
        unit: "MB",
        note:
          held === null
            ? obstacle
            : `private memory; ${held.whole.toFixed(0)} MB with programs as they lie on the disk`,
      },
      { ours: held === null ? [] : [held.own], peer: [most] },
    );
  return [
    row("a computer of 4 GB, after the main job: all processes", job),
    row("the same, after an hour of log was opened", hour),
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
