// What a push costs beyond the bare commands, over the same paced line: arming, reading back and verifying. The "peer" of
// these rows is the limit that the product promises.
import { join } from "node:path";
import { startConsole } from "../peers/console-in-namespace.ts";
import { runOrThrow } from "../peers/owned-process.ts";
import { type PacedLine, startPacedLine } from "../peers/paced-line.ts";
import { openRawLine } from "../peers/raw-line.ts";
import { startTerminalClient, take } from "../peers/terminal-client.ts";
import { type BenchRow, findMedian, makeRow } from "./rows.ts";

const script = join(import.meta.dirname, "bare-push.exp");
const addresses = ["192.168.1.20", "192.168.1.21"] as const;
/** Milliseconds, and octets both ways. */
const timeLimit = 1000;
const octetLimit = 4096;

interface Cost {
  readonly milliseconds: number;
  readonly octets: number;
}

export async function measurePush(prompt: string, rounds: number): Promise<readonly BenchRow[]> {
  const console = await startConsole({ shell: "bash", login: "root-autologin", manager: "ifupdown" });
  const line = await startPacedLine({ targetPort: console.port, baudRate: 115_200 });
  const ours: Cost[] = [];
  const bare: Cost[] = [];
  try {
    const first = await openRawLine(line.port);
    await first.wake(/# $/);
    first.close();
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await measureCounterpart(line));
      bare.push(await measureBareCommands(line, prompt));
    }
  } finally {
    await line.close();
    await console.close();
  }
  const beyond = (pick: (cost: Cost) => number): number => findMedian(ours.map(pick)) - findMedian(bare.map(pick));
  const note = `beyond ${Math.round(findMedian(bare.map(({ octets }) => octets)))} B and ${Math.round(findMedian(bare.map(({ milliseconds }) => milliseconds)))} ms of bare commands, 115200 baud; the peer is the limit`;
  return [
    makeRow(
      { name: "push a static address: time for safety", limit: 1, note },
      { ours: [beyond(({ milliseconds }) => milliseconds)], peer: [timeLimit] },
    ),
    {
      ...makeRow(
        { name: "push a static address: octets for safety", limit: 1, note },
        { ours: [beyond(({ octets }) => octets)], peer: [octetLimit] },
      ),
      unit: "B",
    },
  ];
}

/** From the person's yes to the outcome; the plan was made before. */
async function measureCounterpart(line: PacedLine): Promise<Cost> {
  const [, to] = addresses;
  const terminal = startTerminalClient();
  try {
    const session = await terminal.connect(`tcp:127.0.0.1:${line.port}`);
    const set = [`eth0.ipv4.address=${to}/24`];
    const plan = take(await terminal.client.call("plan.make", { session, set, fix: false }));
    const before = countOctets(line);
    const start = performance.now();
    const pushed = take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }));
    const cost = { milliseconds: performance.now() - start, octets: countOctets(line) - before };
    if (pushed.outcome !== "confirmed") throw new Error(`push ${pushed.outcome}: ${pushed.failure?.code}`);
    return cost;
  } finally {
    await terminal.close();
  }
}

async function measureBareCommands(line: PacedLine, prompt: string): Promise<Cost> {
  const [to, from] = addresses;
  const before = countOctets(line);
  const said = await runOrThrow("expect", ["-f", script, String(line.port), prompt, from, to], { timeLimit: 120_000 });
  const milliseconds = Number(said.trim());
  if (!Number.isFinite(milliseconds)) throw new Error(`the expect script said ${said}`);
  return { milliseconds, octets: countOctets(line) - before };
}

function countOctets(line: PacedLine): number {
  return line.countBytes("toTerminal") + line.countBytes("toClient");
}
