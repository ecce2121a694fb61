// One push that a fault happens to, and what the next connection makes of it.
//
//   connect, read, plan -> arm the fault -> push | a process that pushes -> mend -> connect again, resume -> what is there
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { call } from "../main-job/call-command-line.ts";
import { waitForAnswer } from "../managers/managed-terminal.ts";
import { runOrThrow } from "../owned-process.ts";
import { startPacedLine } from "../paced-line.ts";
import { startTerminalClient, take } from "../terminal-client.ts";
import type { Carrier } from "./carrier.ts";
import type { Dialogue, FaultKind, Scene } from "./fault-kinds.ts";

/** Seconds after which the terminal takes back what was not confirmed: the fewest that can be asked for. */
const revertSeconds = 10;
const settlePatience = 90_000;
const baudRate = 460_800;

export interface Struck {
  /** What the push said, or the failure in its place, or the exit status of its process. */
  readonly first: string;
  /** What the history says in the end. */
  readonly said: string;
  /** `old` or `new`; the terminal's own words when it is neither. */
  readonly state: string;
}

/** A push that nothing happens to: how long its dialogue is. */
export async function measureDialogue(carrier: Carrier): Promise<Dialogue> {
  const line = await startPacedLine({ targetPort: carrier.port(), baudRate });
  const terminal = startTerminalClient();
  try {
    const session = await terminal.connect(`tcp:127.0.0.1:${line.port}`, carrier.login);
    take(await terminal.client.call("terminal.read", { session }));
    const plan = take(await terminal.client.call("plan.make", { session, set: [...carrier.change], fix: false }));
    const [before, came] = [line.countBytes("toTerminal"), line.countBytes("toClient")];
    const pushed = take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }));
    if (pushed.outcome !== "confirmed") throw new Error(`an undisturbed push: ${JSON.stringify(pushed.failure)}`);
    return { before, push: line.countBytes("toTerminal") - before, back: line.countBytes("toClient") - came };
  } finally {
    await terminal.close();
    await line.close();
    await carrier.restore();
  }
}

export interface Blow {
  readonly kind: FaultKind;
  readonly dialogue: Dialogue;
  /** Numbers from 0 up to 1. */
  readonly random: () => number;
}

export async function strike(carrier: Carrier, { kind, dialogue, random }: Blow): Promise<Struck> {
  const records = mkdtempSync(join(tmpdir(), "counterpart-struck-"));
  if (kind.onSmallDisk === true) await runOrThrow("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", records]);
  const line = await startPacedLine({ targetPort: carrier.port(), baudRate });
  const after: Promise<unknown>[] = [];
  const scene: Scene = { carrier, line, records, dialogue, random, process: null, after };
  try {
    await kind.before?.(scene);
    const first = kind.by === "process" ? await pushByProcess(kind, scene) : await pushHere(kind, scene);
    await Promise.all(after);
    const then = (await kind.afterwards?.(scene)) ?? "";
    await line.close();
    await carrier.witness(carrier.ailments.mend);
    const said = await settle(carrier, records);
    const expected = said === "confirmed" ? carrier.changed : carrier.old;
    const state = await waitForAnswer(() => carrier.look(), expected, 20);
    return { first: `${first}${then}`, said, state: nameState(carrier, state) };
  } finally {
    await line.close();
    if (kind.onSmallDisk === true) await runOrThrow("umount", ["-l", records]);
    rmSync(records, { recursive: true, force: true });
  }
}

function nameState({ old, changed }: Carrier, state: string): string {
  return state === old ? "old" : state === changed ? "new" : state;
}

async function pushHere(kind: FaultKind, scene: Scene): Promise<string> {
  const { carrier, line, records } = scene;
  const terminal = startTerminalClient(join(records, "records"));
  const { client } = terminal;
  try {
    const session = await terminal.connect(`tcp:127.0.0.1:${line.port}`, carrier.login);
    take(await client.call("terminal.read", { session }));
    const plan = take(await client.call("plan.make", { session, set: [...carrier.change], fix: false }));
    client.on("stage", ({ stage }) => kind.onStage?.(scene, stage));
    kind.during?.(scene, 0);
    const pushed = await client.call("plan.push", { session, digest: plan.digest, override: false, revertSeconds });
    return pushed.ok ? pushed.value.outcome : pushed.failure.code;
  } finally {
    await terminal.close();
  }
}

async function pushByProcess(kind: FaultKind, scene: Scene): Promise<string> {
  const { carrier, line, records, dialogue } = scene;
  kind.during?.(scene, dialogue.before);
  const at = ["--port", `tcp:127.0.0.1:${line.port}`, "--lang", "en", "--yes"];
  const sets = carrier.change.flatMap((set) => ["--set", set]);
  const ended = await call(["push", ...at, ...sets, "--revert-in", String(revertSeconds)], {
    environment: { COUNTERPART_DATA: records },
    onStarted: (pid) => (scene.process = pid),
  });
  return `status ${String(ended.status)}`;
}

/** Connects as often as it takes until nothing is open any more, and says what the history then says. */
async function settle(carrier: Carrier, records: string): Promise<string> {
  const until = performance.now() + settlePatience;
  let said = "";
  while (performance.now() < until) {
    said = await resumeOnce(carrier, records);
    if (["confirmed", "rolled-back", "refused", "nothing begun"].includes(said)) return said;
    await delay(1000);
  }
  return `unsettled: ${said}`;
}

async function resumeOnce(carrier: Carrier, records: string): Promise<string> {
  const terminal = startTerminalClient(join(records, "records"));
  const { client } = terminal;
  try {
    const session = await terminal.connect(`tcp:127.0.0.1:${carrier.port()}`, carrier.login);
    const resumed = await client.call("push.resume", { session });
    if (!resumed.ok) return resumed.failure.code;
    const [latest] = take(await client.call("history.list", {})).pushes;
    return latest === undefined ? "nothing begun" : (latest.outcome ?? `open, ${latest.state}`);
  } catch (error) {
    return error instanceof Error ? error.message : "?";
  } finally {
    await terminal.close();
  }
}
