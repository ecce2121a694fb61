// kill -9 of the app at every step of a push through a bridge, where nothing of the way back can be kept on the terminal:
// a new start with the same records, and the parameter file is exactly the old or exactly the new one.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDescriptions } from "../../electron/app/load-descriptions.ts";
import { planChanges } from "../../electron/app/plan-changes.ts";
import { pushPlan, type PushTask } from "../../electron/app/push-plan.ts";
import { Records } from "../../electron/app/records/records.ts";
import { forgetHold } from "../../electron/app/records/terminal-hold.ts";
import { resumePush } from "../../electron/app/resume-push.ts";
import type { OpenSession } from "../../electron/app/sessions.ts";
import type { BytePort } from "../../electron/core/bytes/byte-port.ts";
import { xcb } from "../../electron/core/dialects/xcb/index.ts";
import { demoUnit } from "../../electron/simulator/xcb/unit.ts";
import { XcbTerminal } from "../../electron/simulator/xcb/xcb-terminal.ts";
import { hurry } from "../contracts/fast-clock.ts";

const path = "/data/app/MAINAPP/data/network.ini";
const secret = "key-of-this-test-only";
const old = `${demoUnit.files[path] ?? ""}\r\n[wifi]\r\npsk=${secret}\r\n`;
/** Each reads back by itself; a file that holds only some of them is neither. */
const set = ["eth0.ipv4.gateway=192.168.1.1", "host.1=203.0.113.20:443", "tpdu=6000040000", "terminalNumber=CT000032"];
const wanted = old
  .replace("gateway = 192.168.2.1", "gateway = 192.168.1.1")
  .replace('address="gw.example.net"', 'address="203.0.113.20"')
  .replace("port=7443", "port=443")
  .replace("tpdu=6000030000", "tpdu=6000040000")
  .replace("tid=CT000031", "tid=CT000032");
const profile = { ...demoUnit, files: { ...demoUnit.files, [path]: old } };
const surroundings = hurry(20);
const descriptions = await loadDescriptions();

class Killed extends Error {}

/** One life of the app: it ends in front of the step of that number, a write to the line or to the records. */
class Life {
  steps = 0;
  readonly #last: number;
  readonly death = Promise.withResolvers<never>();
  #onDeath: () => void = () => undefined;

  readonly #onStep: (step: number) => void;

  constructor(last = Infinity, onStep: (step: number) => void = () => undefined) {
    this.#last = last;
    this.#onStep = onStep;
    this.death.promise.catch(() => undefined);
  }

  step(): void {
    this.steps += 1;
    this.#onStep(this.steps);
    if (this.steps < this.#last) return;
    this.#onDeath();
    this.death.reject(new Killed());
    throw new Killed();
  }

  /** The operating system closes the port of a process that is gone; nothing more leaves it. */
  wrap(port: BytePort): BytePort {
    let isGone = false;
    this.#onDeath = () => {
      isGone = true;
      void port.close();
    };
    const write = async (bytes: Uint8Array): Promise<void> => {
      if (isGone) return new Promise(() => undefined);
      this.step();
      return port.write(bytes);
    };
    const onBytes: BytePort["onBytes"] = (listener) => port.onBytes((bytes) => (isGone ? undefined : listener(bytes)));
    return { name: port.name, write, onBytes, closed: port.closed, close: () => port.close() };
  }
}

class DyingRecords extends Records {
  readonly #life: Life;
  constructor(life: Life, folder: string) {
    super({ folder, who: "tester", wallTime: () => Date.now() });
    this.#life = life;
  }
  override write: Records["write"] = (job) => {
    this.#life.step();
    return super.write(job);
  };
}

interface Way {
  /** Where the person stops, so that it goes back. */
  readonly stop: boolean;
}

interface World {
  readonly terminal: XcbTerminal;
  readonly folder: string;
}

async function withWorld<Value>(run: (world: World) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-cut-off-"));
  try {
    return await run({ terminal: new XcbTerminal("xcb", { surroundings, profile }, { bootTime: 10 }), folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function enter(terminal: XcbTerminal, life: Life): Promise<OpenSession> {
  const port = terminal.connect();
  if (!port.ok) throw new Error(port.failure.code);
  const signal = new AbortController().signal;
  const login = { credentials: null, become: null, becomePassword: null, baudRate: 115_200, patience: 3000 };
  const options = { ...login, descriptions, signal, onStage: () => undefined };
  const dialect = await xcb.connect(life.wrap(port.value), options, surroundings);
  if (!dialect.ok) throw new Error(dialect.failure.code);
  return {
    id: "a",
    port: "xcb",
    dialect: dialect.value,
    reading: null,
    plans: new Map(),
    undone: new Map(),
    secrets: new Map(),
  };
}

/** From the plan on, as a person at the screen would; null when it was killed. */
async function live<Value>(life: Life, run: () => Promise<Value>): Promise<Value | null> {
  const running = run();
  running.catch(() => undefined);
  try {
    return await Promise.race([running, life.death.promise]);
  } catch (error) {
    if (error instanceof Killed) return null;
    throw error;
  }
}

async function push({ terminal, folder }: World, life: Life, { stop }: Way): Promise<void> {
  const records = new DyingRecords(life, folder);
  await live(life, async () => {
    const open = await enter(terminal, life);
    const wish = new AbortController();
    const task: PushTask = {
      signal: wish.signal,
      onArmed: () => undefined,
      onStage: (stage) => {
        if (stop && stage === "verifying") wish.abort();
      },
    };
    const made = await planChanges(open, { set, fix: false }, task);
    if (!made.ok) throw new Error(made.failure.code);
    const { digest } = made.value;
    await pushPlan({ open, records }, { digest, override: false, revertSeconds: 90, tests: [] }, task);
    await open.dialect.close();
  });
  end(records, folder);
}

/** What the next start makes of it; null when it was killed. */
async function settle({ terminal, folder }: World, life = new Life()): Promise<string | null> {
  const records = new DyingRecords(life, folder);
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const said = await live(life, async () => {
    const open = await enter(terminal, life);
    const resumed = await resumePush({ open, records }, { accept: false }, task);
    await open.dialect.close();
    if (!resumed.ok) return resumed.failure.code;
    return resumed.value.resumed === null ? "nothing" : resumed.value.resumed.outcome;
  });
  end(records, folder);
  return said;
}

/** A process that ends takes its hold with it, and its file handles. */
function end(records: Records, folder: string): void {
  const rows = new Records({ folder, who: "", wallTime: () => 0 });
  const ids = rows.read((database) => database.prepare("SELECT id FROM pushes").all());
  for (const row of ids.ok ? (ids.value ?? []) : []) forgetHold(String(row["id"]));
  rows.close();
  records.close();
}

function judge({ terminal, folder }: World, said: string | null): string {
  const file = terminal.unit.files.get(path)?.content;
  const has = file === old ? "old" : file === wanted ? "new" : "another file";
  const holds = readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(secret));
  const records = new Records({ folder, who: "", wallTime: () => 0 });
  const row = records.read((database) => database.prepare("SELECT outcome, way_back FROM pushes").get());
  records.close();
  const outcome = row.ok ? (row.value?.["outcome"] ?? "nothing") : row.failure.code;
  const wayBack = row.ok && row.value?.["way_back"] ? ", its way back still kept" : "";
  return `${has} file, ${outcome === "confirmed" ? "said new" : said === "unknown" ? "said unknown" : "said old"}${holds ? ", a secret in the records" : ""}${wayBack}`;
}

const [isOld, isNew] = ["old file, said old", "new file, said new"];

test.each<[string, Way, readonly string[]]>([
  ["that goes through", { stop: false }, [isOld, isNew]],
  ["that a person stops", { stop: true }, [isOld]],
])(
  "killed at any step of a push %s, the next start leaves exactly the one file or the other",
  async (name, way, right) => {
    const whole = new Life();
    await withWorld((world) => push(world, whole, way));
    const seen = new Map<string, number>();
    for (let last = 1; last <= whole.steps; last++) {
      const ended = await withWorld(async (world) => {
        await push(world, new Life(last), way);
        return judge(world, await settle(world));
      });
      seen.set(ended, (seen.get(ended) ?? 0) + 1);
    }
    process.stdout.write(`xcb push ${name}, killed before each of ${whole.steps} steps: ${print(seen)}\n`);
    expect([whole.steps > 40, [...seen.keys()].filter((ended) => !right.includes(ended))]).toEqual([true, []]);
  },
  60_000,
);

test("killed again at any step of settling, the start after that ends it all the same", async () => {
  const whole = new Life();
  const cut = await findInstalled();
  await withWorld(async (world) => {
    await push(world, new Life(cut), { stop: false });
    await settle(world, whole);
  });
  const seen = new Map<string, number>();
  for (let last = 1; last <= whole.steps; last++) {
    const ended = await withWorld(async (world) => {
      await push(world, new Life(cut), { stop: false });
      const first = terminalFile(world) === wanted ? await settle(world, new Life(last)) : "not installed";
      const said = first ?? (await settle(world));
      return judge(world, said);
    });
    seen.set(ended, (seen.get(ended) ?? 0) + 1);
  }
  process.stdout.write(`xcb push settled, killed before each of ${whole.steps} steps: ${print(seen)}\n`);
  expect([...seen.keys()]).toEqual(["old file, said old"]);
}, 60_000);

/** The first step behind which the new file is in place and nothing has been decided. */
async function findInstalled(): Promise<number> {
  return withWorld(async (world) => {
    let installed = 0;
    const life = new Life(Infinity, (step) => {
      if (installed === 0 && terminalFile(world) === wanted) installed = step;
    });
    await push(world, life, { stop: false });
    return installed;
  });
}

function terminalFile({ terminal }: World): string | undefined {
  return terminal.unit.files.get(path)?.content;
}

function print(seen: ReadonlyMap<string, number>): string {
  return [...seen].map(([ended, count]) => `${count} ${ended}`).join("; ");
}
