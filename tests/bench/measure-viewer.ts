// What it costs to scroll five million lines: the same page and host as `npm start` opens, in the installed browser, a file
// of that many lines sent to it as a person would. Frame times are those of the page's main thread, from Chromium's own trace:
// the processor time of everything that it ran from one frame to the next. The "peer" of these rows is what the product promises.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";
import { browserArguments } from "../electron/installed-browser.ts";
import { startProcess } from "../started-process.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { writeSyslog } from "./write-syslog.ts";

const root = resolve(import.meta.dirname, "../..");
const viewedLines = 5_000_000;
const longestFrame = 8;
const fewestFrames = 50;
/** Microseconds. */
const sameFrame = 4000;
const greeting = z.object({ addresses: z.array(z.string()) });

export async function measureViewer(lines = viewedLines): Promise<readonly BenchRow[]> {
  const browserPath = findBrowser();
  if (browserPath === null) return makeRows(null, "no Chromium, Chrome or Edge here");
  const built = isBuildStale(root) ? await build(root) : { ok: true as const };
  if (!built.ok) return makeRows(null, "the window could not be built");
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const command = join(root, "electron/headless/command-line.ts");
  const host = await startProcess([command, "serve", "--json"], root);
  const browser = await chromium.launch({ executablePath: browserPath, args: [...browserArguments] });
  try {
    const file = join(folder, "syslog");
    writeSyslog(file, lines);
    const [address = ""] = greeting.parse(host.greeting).addresses;
    const page = await openViewer(browser, { address, file });
    return makeRows(await scroll(browser, page), "wheel and scroll bar, main thread, from Chromium's trace");
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of the main thread: what it worked, and what that took on a machine that others use too. */
interface Frame {
  readonly processor: number;
  readonly wall: number;
}

interface Scrolled {
  readonly frames: readonly Frame[];
  readonly perSecond: number;
}

function makeRows(scrolled: Scrolled | null, note: string): readonly BenchRow[] {
  const of = (what: keyof Frame): number => findPercentile(scrolled?.frames.map((frame) => frame[what]) ?? [], 0.95);
  const said =
    scrolled === null
      ? note
      : `${note}; ${of("wall").toFixed(1)} ms by the clock; ${scrolled.perSecond.toFixed(0)} frames a second`;
  return [
    makeRow(
      { name: "scroll 5 million lines: a frame, 95 of 100", limit: 1, note: said },
      { ours: scrolled === null ? [] : [of("processor")], peer: [longestFrame] },
    ),
  ];
}

async function openViewer(
  browser: Browser,
  { address, file }: { readonly address: string; readonly file: string },
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  await page.addInitScript({ content: `localStorage.setItem("counterpart.preferences", '{"role":"repair"}')` });
  await page.goto(address);
  await page.locator("[data-tab=logs]").click();
  await page.locator("[data-files]").first().setInputFiles(file);
  await page.locator("[data-viewer=indexed]").waitFor({ timeout: 300_000 });
  await page.locator("[role=slider]").waitFor({ timeout: 60_000 });
  return page;
}

/** Runs in the page: the bar from the first line to the last in 240 frames, each of which shows lines that were never seen. */
const pullBar = `(async () => {
  const list = document.querySelector("[role=listbox]");
  for (let frame = 1; frame <= 240; frame++) {
    list.scrollTop = (list.scrollHeight / 240) * frame;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
})()`;

/** The wheel through thousands of lines as fast as a finger turns it, then the bar through all of them. */
async function scroll(browser: Browser, page: Page): Promise<Scrolled> {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "devtools.timeline.frame"] });
  const session = await page.context().newCDPSession(page);
  await session.send("Input.synthesizeScrollGesture", {
    ...{ x: 640, y: 500, yDistance: -20_000, speed: 4000 },
    ...{ gestureSourceType: "mouse", preventFling: true },
  });
  await page.evaluate(pullBar);
  return readTrace((await browser.stopTracing()).toString("utf8"));
}

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  /** Of the processor; other programs share this machine. */
  tdur: z.number().default(0),
  args: z.record(z.string(), z.unknown()).default({}),
});
type TraceEvent = z.infer<typeof eventSchema>;

function readTrace(json: string): Scrolled {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(json));
  const events = traceEvents.flatMap((each) => {
    const parsed = eventSchema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const starts = events.filter(({ name }) => name === "FireAnimationFrame");
  const thread = findBusiest(starts);
  const onThread = events.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid);
  const tasks = onThread.filter(({ name, ph }) => name.endsWith("RunTask") && ph === "X").sort((a, b) => a.ts - b.ts);
  const marks: number[] = [];
  const times = starts.filter(({ tid, pid }) => tid === thread.tid && pid === thread.pid).map(({ ts }) => ts);
  // Several callbacks of one frame are one frame.
  for (const ts of times.sort((a, b) => a - b)) if (ts - (marks.at(-1) ?? 0) > sameFrame) marks.push(ts);
  const frames = marks.slice(1).map((end, at) => sumTasks(tasks, marks[at] ?? 0, end));
  if (frames.length < fewestFrames) throw new Error(`only ${frames.length} frames are in the trace`);
  const seconds = ((marks.at(-1) ?? 0) - (marks[0] ?? 0)) / 1e6;
  return { frames, perSecond: frames.length / seconds };
}

function findBusiest(events: readonly TraceEvent[]): Pick<TraceEvent, "pid" | "tid"> {
  const counts = new Map<string, { event: TraceEvent; count: number }>();
  for (const event of events) {
    const name = `${event.pid} ${event.tid}`;
    counts.set(name, { event, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  const [busiest] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (busiest === undefined) throw new Error("no frame is in the trace");
  return busiest.event;
}

function sumTasks(tasks: readonly TraceEvent[], from: number, to: number): Frame {
  const own = tasks.filter(({ ts }) => ts >= from && ts < to);
  const sum = (of: (task: TraceEvent) => number): number => own.reduce((all, task) => all + of(task), 0) / 1000;
  return { processor: sum(({ tdur }) => tdur), wall: sum(({ dur }) => dur) };
}

function findPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
