// Secrets in every disguise, followed to every place that text of a terminal reaches: the captures' files on the disk, a log that
// is followed, the viewer's rows (which the clipboard gets too), exports, the analysis' evidence, and the words of a crash.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { FollowedLog } from "../../../electron/app/captures/follow-logs.ts";
import { MaskedPart } from "../../../electron/app/captures/masked-part.ts";
import { analyseLogs } from "../../../electron/app/logs/analyse-logs.ts";
import { describeCrash } from "../../../electron/host/report-crashes.ts";
import { writeOrdinaryLine } from "../../core/logs/ordinary-lines.ts";
import { disguises, type Plant, shows } from "../../core/logs/planted-secrets.ts";
import { createDraws } from "../../core/logs/seeded-draws.ts";
import { take } from "../../peers/terminal-client.ts";
import { startLogClient } from "../logs/log-client.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-masked-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where each secret stands among ordinary lines. */
interface Placed {
  readonly plant: Plant;
  readonly from: number;
}

const draws = createDraws(77);
const lines: string[] = [];
const placed: Placed[] = [];
for (const make of Object.values(disguises)) {
  for (let count = 0; count < 6; count++) {
    const plant = make(draws);
    placed.push({ plant, from: lines.length });
    lines.push(...plant.lines, "--", writeOrdinaryLine(draws));
  }
}
const file = join(folder, "planted.log");
writeFileSync(file, `${lines.join("\n")}\n`);

/** Every place keeps the number of lines: a secret is looked for where it stood. */
function listSurvivors(shown: readonly string[]): readonly Plant[] {
  if (shown.length !== lines.length) throw new Error(`${shown.length} lines of ${lines.length} came through`);
  const survived = placed.filter(({ plant, from }) => shows(shown.slice(from, from + plant.lines.length), plant));
  return survived.map(({ plant }) => plant);
}

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, "").split("\n");

test("none of them is on the disk, however the blocks of a pull are cut", () => {
  const path = join(folder, "part");
  const bytes = readFileSync(file, "latin1");
  const part = new MaskedPart(path, { offset: 0, seam: null });
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + draws.below(90);
    part.take(bytes.slice(at, at + size), at);
    at += size;
  }
  part.end(true);
  expect(listSurvivors(linesOf(readFileSync(path, "utf8")))).toEqual([]);
});

test("none of them is shown of a log that is followed, however many lines come at once", async () => {
  const log = new FollowedLog(() => new Promise(() => undefined));
  for (let at = 0; at < lines.length; ) {
    const count = 1 + draws.below(4);
    void log.offer(lines.slice(at, at + count), 0);
    at += count;
  }
  log.end();
  const shown: string[] = [];
  for (let isOver = false; !isOver; ) {
    const more = await log.take(new AbortController().signal);
    shown.push(...more.lines);
    isOver = more.over;
  }
  expect(listSurvivors(shown)).toEqual([]);
});

test("none of them is in the words of a crash", async () => {
  const said = await describeCrash(new Error(`\n${lines.join("\n")}\n`));
  expect(listSurvivors(linesOf(said).slice(1, lines.length + 1))).toEqual([]);
});

test("none of them is in a masked copy, or in the evidence of an analysis", async () => {
  const copy = join(folder, "copy");
  const options = { exportTo: copy, offset: 0, ahead: 0 };
  const analysed = await analyseLogs([file], options, new AbortController().signal);
  const evidence = analysed.ok ? analysed.value.causes.flatMap((cause) => cause.evidence) : [];
  const raw = evidence.filter(({ line, text }) =>
    placed
      .filter(({ plant, from }) => line > from && line <= from + plant.lines.length)
      .some(({ plant }) => plant.secrets.some((secret) => text.toLowerCase().includes(secret.slice(6, -4)))),
  );
  expect([listSurvivors(linesOf(readFileSync(copy, "utf8"))), raw]).toEqual([[], []]);
});

test("none of them is on the screen, in the clipboard or in an export, wherever a page of rows begins", async () => {
  const { client, open, close } = startLogClient(folder);
  const { log } = await open(file);
  const shown: string[] = [];
  while (shown.length < lines.length) {
    const wanted = { log, view: 0, first: shown.length, count: 1 + draws.below(20) };
    shown.push(...take(await client.call("log.rows", wanted)).rows.map(({ text }) => text));
  }
  const all = { log, view: 0, format: "text", first: 0, end: null, isBegun: false } as const;
  const exported = take(await client.call("log.export", all));
  await close();
  // Before its lines it says whose times they are.
  expect([listSurvivors(shown), listSurvivors(linesOf(exported.text).slice(-lines.length))]).toEqual([[], []]);
});
