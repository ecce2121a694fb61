// Our index against lnav's of the same file, both as processes of their own that end when everything is indexed; and what
// the window needs besides, against the limits that the product promises.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runOrThrow } from "../peers/owned-process.ts";
import { logPatterns } from "../../electron/core/logs/knowledge/knowledge.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { writeSyslog } from "./write-syslog.ts";

const lines = 2_000_000;
const rounds = 3;
const literals = logPatterns.flatMap((pattern) => pattern.literals.map((text) => text.replace(/[^\w\s]/g, "\\$&")));
const patience = 300_000;
const limits = { search: 1000, firstScreen: 300, memory: 300 };

const ownSchema = z.object({
  lines: z.literal(lines),
  meaningful: z.number().min(1000),
  hits: z.number().min(1000),
  search: z.number(),
  firstScreen: z.number(),
  memory: z.number(),
});

export async function measureLogs(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  try {
    const file = join(folder, "syslog");
    writeSyslog(file, lines);
    const [ours, peer]: [number[], number[]] = [[], []];
    const own: z.infer<typeof ownSchema>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const said = await runOrThrow(process.execPath, [join(import.meta.dirname, "index-log.ts"), file], {
        timeLimit: patience,
      });
      const result = ownSchema.parse(JSON.parse(said));
      // The search comes after the index, which is all that lnav does here.
      ours.push(performance.now() - started - result.search);
      own.push(result);
      peer.push(await measureLnav(file, folder));
    }
    const limit = (name: string, values: readonly number[], most: number): BenchRow =>
      makeRow({ name, limit: 1, note: "the peer is the limit" }, { ours: values, peer: [most] });
    return [
      makeRow(
        {
          name: "index and classify 2 million lines of syslog",
          limit: 0.125,
          note: "against lnav with a filter of the same literals, whole processes",
        },
        { ours, peer },
      ),
      limit(
        "search them",
        own.map(({ search }) => search),
        limits.search,
      ),
      limit(
        "their first screen, masked",
        own.map(({ firstScreen }) => firstScreen),
        limits.firstScreen,
      ),
      makeRow(
        { name: "memory for them", limit: 1, note: "the peer is the limit", unit: "MB" },
        { ours: own.map(({ memory }) => memory / 1024), peer: [limits.memory] },
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * lnav indexes the file and keeps the lines that hold one of our patterns' literals. It keeps what it found out about a file
 * in its home, so each run gets a new one; with `-n` it prints what its view shows from its top on, which are those lines.
 */
async function measureLnav(file: string, folder: string): Promise<number> {
  const home = mkdtempSync(join(folder, "home-"));
  const filter = `:filter-in (?i)${literals.join("|")}`;
  const started = performance.now();
  const shown = await runOrThrow(
    "env",
    [`HOME=${home}`, `XDG_CONFIG_HOME=${home}`, "lnav", "-n", "-c", filter, "-c", ":goto 0", file],
    { timeLimit: patience },
  );
  const elapsed = performance.now() - started;
  if (shown.split("\n").length < 1000) throw new Error("lnav did not get to the end of the file");
  return elapsed;
}
