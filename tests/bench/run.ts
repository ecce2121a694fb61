// npm run bench: measures us against peers on the same real console over the same paced line, taking turns.
//
//   npm run bench                    a table, then the rows as JSON
//   npm run bench -- --json FILE     the rows as JSON into FILE
//   npm run bench -- --rounds N      N measurements a row instead of 7
//   npm run bench -- --pull-kib N    the size of the file that is pulled over xcb (1024: a minute and a half, and as long for the peer)
//
// The window is measured in the installed browser. Exit status 1 when a row is over its limit or our side of it could not be measured.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { prepareMachine } from "../install-packages.ts";
import { startConsole } from "../peers/console-in-namespace.ts";
import { startPacedLine } from "../peers/paced-line.ts";
import { openRawLine } from "../peers/raw-line.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { measureChecks } from "./measure-checks.ts";
import { measurePush } from "./measure-push.ts";
import { measureCounterpartRead } from "./measure-counterpart.ts";
import { measureFollowing } from "./measure-following.ts";
import { measureDiagnosis } from "./measure-diagnosis.ts";
import { measureLogPull } from "./measure-log-pull.ts";
import { measureMany } from "./measure-many.ts";
import { measureProvisioning } from "./measure-provisioning.ts";
import { measurePull } from "./measure-pull.ts";
import { measureLogs } from "./measure-logs.ts";
import { measureHandBatchedCommand, measureOneCommandPerFact } from "./peers.ts";
import { measureSheets } from "./measure-sheet.ts";
import { measureHour } from "./measure-hour.ts";
import { measureSmall } from "./measure-small.ts";
import { measureViewer } from "./measure-viewer.ts";
import { measureWindow } from "./measure-window.ts";
import { type BenchRow, isWithinLimit, makeRow, printTable } from "./rows.ts";

const prompt = "root@terminal:~# ";
/** Each takes as long as the line needs, which hardly varies. */
const pullRounds = 1;
const logPullRounds = 3;

interface Readings {
  readonly ours: readonly number[];
  readonly handBatched: readonly number[];
  readonly onePerFact: readonly number[];
  readonly problem: string | null;
}

/** Our side and both peers, one after the other, round after round: whatever slows this machine down slows all three. */
async function takeReadings(port: number, rounds: number): Promise<Readings> {
  const ours: number[] = [];
  const handBatched: number[] = [];
  const onePerFact: number[] = [];
  let problem: string | null = null;
  for (let round = 0; round < rounds; round += 1) {
    if (problem === null) {
      try {
        ours.push(await measureCounterpartRead(port));
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
      }
    }
    handBatched.push(await measureHandBatchedCommand(port));
    onePerFact.push(await measureOneCommandPerFact(port, prompt));
  }
  return { ours: problem === null ? ours : [], handBatched, onePerFact, problem };
}

async function measureReading(rounds: number): Promise<readonly BenchRow[]> {
  const terminal = await startConsole({ shell: "bash", login: "root-autologin", manager: "ifupdown" });
  const line = await startPacedLine({ targetPort: terminal.port, baudRate: 115_200 });
  try {
    const first = await openRawLine(line.port);
    await first.wake(/# $/);
    first.close();
    const readings = await takeReadings(line.port, rounds);
    const problem = readings.problem === null ? "" : `; ours: ${readings.problem}`;
    return [
      makeRow(
        {
          name: "read, against one hand-batched command",
          limit: 1.15,
          note: `prompt to verdict, 115200 baud${problem}`,
        },
        { ours: readings.ours, peer: readings.handBatched },
      ),
      makeRow(
        { name: "read, against one command per fact", limit: 0.5, note: `expect script, 115200 baud${problem}` },
        { ours: readings.ours, peer: readings.onePerFact },
      ),
    ];
  } finally {
    await line.close();
    await terminal.close();
  }
}

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "7" },
    "pull-kib": { type: "string", default: "1024" },
  },
});
prepareMachine();
const obstacle = findObstacle("console") ?? findObstacle("bench");
const diagnosed = measureDiagnosis();
process.stdout.write(`${diagnosed.tables}\n`);
const rows: BenchRow[] = [];

/** A run takes a quarter of an hour: what is known is told at once, on the error stream. */
function keep(more: readonly BenchRow[]): void {
  rows.push(...more);
  process.stderr.write(`${printTable(more)}\n`);
}

const rounds = Number(values.rounds);
keep([diagnosed.row]);
keep(measureChecks(rounds));
keep(await measureSheets(rounds));
keep(await measureWindow(rounds));
if (obstacle === null) {
  keep(await measureReading(rounds));
  keep(await measurePush(prompt, rounds));
  keep([await measurePull(Number(values["pull-kib"]) * 1024, pullRounds)]);
  keep([await measureLogPull(logPullRounds)]);
  keep([await measureFollowing()]);
  keep([await measureMany()]);
  keep([await measureProvisioning()]);
  keep(await measureLogs());
  keep(await measureViewer());
  keep(await measureHour());
  keep(await measureSmall());
  const json = `${JSON.stringify({ rows }, null, 2)}\n`;
  process.stdout.write(`${printTable(rows)}\n`);
  if (values.json === undefined) process.stdout.write(json);
  // npm runs this in the project's folder; the person may be elsewhere.
  else writeFileSync(resolve(process.env["INIT_CWD"] ?? ".", values.json), json);
  process.exitCode = rows.every(isWithinLimit) ? 0 : 1;
} else {
  process.stdout.write(`${printTable(rows)}\nThe rest of the bench cannot run here: it ${obstacle}.\n`);
  process.exitCode = 1;
}
