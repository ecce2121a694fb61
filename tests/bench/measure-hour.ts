// What an hour's worth of log at line rate (41 MB at 115200 baud) leaves behind in the window: sent to its viewer at full speed,
// looked at from end to end. The "peer" of these rows is what the product promises.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";
import { browserArguments } from "../electron/installed-browser.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { startHost } from "./start-host.ts";
import { writeSyslog } from "./write-syslog.ts";

const root = resolve(import.meta.dirname, "../..");
/** Lines of 85 octets: 3600 s of 11,520 octets. */
const lines = 488_000;
const heapLimit = 80;
const nodeLimit = 150;
const greeting = z.object({ addresses: z.array(z.string()) });

export async function measureHour(): Promise<readonly BenchRow[]> {
  const program = findBrowser();
  if (program === null) return makeRows(null, "no Chromium, Chrome or Edge here");
  const built = isBuildStale(root) ? await build(root) : { ok: true as const };
  if (!built.ok) return makeRows(null, "the window could not be built");
  const { left, largest } = await measureOnce(program);
  return makeRows(left, `${lines} lines sent; Node side at its largest ${largest.toFixed(0)} MB`);
}

async function measureOnce(program: string): Promise<{ readonly left: Left; readonly largest: number }> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const host = await startHost(root);
  const browser = await chromium.launch({ executablePath: program, args: [...browserArguments] });
  try {
    const file = join(folder, "syslog");
    writeSyslog(file, lines);
    const [address = ""] = greeting.parse(host.greeting).addresses;
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    await lookThrough(page, address, file);
    const heap = await readHeap(page);
    return { left: { heap, node: readMemory(host.pid, "VmRSS") }, largest: readMemory(host.pid, "VmHWM") };
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Left {
  /** MB. */
  readonly heap: number;
  readonly node: number;
}

function makeRows(left: Left | null, note: string): readonly BenchRow[] {
  const row = (name: string, ours: number | undefined, most: number): BenchRow =>
    makeRow({ name, limit: 1, note, unit: "MB" }, { ours: ours === undefined ? [] : [ours], peer: [most] });
  return [
    row("an hour of log (41 MB): the page's heap", left?.heap, heapLimit),
    row("the same: what the Node side then holds", left?.node, nodeLimit),
  ];
}

async function lookThrough(page: Page, address: string, file: string): Promise<void> {
  await page.addInitScript({ content: `localStorage.setItem("counterpart.preferences", '{"role":"repair"}')` });
  await page.goto(address);
  await page.locator("[data-tab=logs]").click();
  await page.locator("[data-files]").first().setInputFiles(file);
  await page.locator("[data-viewer=indexed]").waitFor({ timeout: 300_000 });
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await page.evaluate(
      `{ const list = document.querySelector("[role=listbox]"); list.scrollTop = list.scrollHeight * ${share}; }`,
    );
    await page.locator("[role=option]").first().waitFor();
  }
}

async function readHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

/** MB, as Linux counts it for the whole process. */
function readMemory(pid: number, what: "VmHWM" | "VmRSS"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kilobytes] = new RegExp(`^${what}:\\s+(\\d+) kB$`, "m").exec(status) ?? [];
  return Number(kilobytes) / 1000;
}
