// Eight benches at one plan of 2,000 terminals on a real PostgreSQL, killed and cut off at random: every row is done exactly
// once, no address is given twice, nothing is lost.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { openRegister } from "../../electron/app/register/open-register.ts";
import type { PlanRow } from "../../electron/app/register/register.ts";
import { makeRecordsFolder } from "../app/make-records.ts";
import { orThrow } from "../contracts/register-suite.ts";
import { type CutRelay, startCutRelay } from "../peers/cut-relay.ts";
import { type OwnedProcess, startProcess } from "../peers/owned-process.ts";
import { type PostgresServer, startPostgres } from "../peers/postgres-server.ts";
import { findObstacle } from "../peers/system-packages.ts";
import type { BenchOrders } from "./register-bench.ts";

const benches = 8;
const terminals = 2_000;
/** Terminals that are set between one kill or cut and the next, so that a busy machine has as many of them. */
const trouble = { least: 4, most: 20 };
const seed = Number(process.env["COUNTERPART_SEED"] ?? 20_261_123);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function makeRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function nameTerminal(index: number): string {
  return `T${String(index).padStart(5, "0")}`;
}

/** One half is named, the other half goes to whoever comes; each has an address of its own. */
function makeRows(): readonly PlanRow[] {
  return Array.from({ length: terminals }, (_, index) => ({
    place: index + 1,
    serialNumber: index % 2 === 0 ? nameTerminal(index) : null,
    site: "hall",
    addresses: [`10.0.${Math.floor(index / 250)}.${(index % 250) + 1}`],
    content: { line: index + 1 },
  }));
}

/** Every tenth terminal lies on two benches' piles: its number was read there, too. */
function makePile(bench: number): readonly string[] {
  return Array.from({ length: terminals }, (_, index) => index)
    .filter((index) => index % benches === bench || (index % 10 === 0 && (index + 3) % benches === bench))
    .map(nameTerminal);
}

class Bench {
  readonly #orders: BenchOrders;
  readonly relay: CutRelay;
  #process: OwnedProcess | null = null;
  starts = 0;
  isDone = false;
  readonly said: string[] = [];
  readonly complaints: string[] = [];

  constructor(orders: BenchOrders, relay: CutRelay) {
    this.#orders = orders;
    this.relay = relay;
  }

  /** Resolves when the process has ended, by itself or not. */
  async run(): Promise<void> {
    this.starts += 1;
    const started = startProcess(process.execPath, [join(import.meta.dirname, "register-bench.ts")]);
    this.#process = started;
    started.stdout.on("data", (chunk: Buffer) => this.said.push(chunk.toString()));
    started.stdin.end(JSON.stringify(this.#orders));
    const status = await started.ended;
    this.isDone = status === 0;
    if (status !== 0 && status !== null) this.complaints.push(started.readComplaints());
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }
}

const obstacle = findObstacle("database");

describe.skipIf(obstacle !== null)(`many benches ${obstacle ?? ""}`, () => {
  let server: PostgresServer;
  const work = mkdtempSync(join(tmpdir(), "counterpart-benches-"));
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  });

  test("do each row exactly once, give no address twice and lose nothing, whatever happens to them", async () => {
    const random = makeRandom(seed);
    const { clock } = nodeSurroundings;
    const connection = await server.makeDatabase();
    const database = new URL(connection).pathname.slice(1);
    const shelf = join(work, "terminals");
    mkdirSync(shelf);
    const register = await openRegister({
      ...{ connection, clock, newId: () => randomUUID() },
      folder: makeRecordsFolder(),
    });
    const by = { bench: { id: "office", name: "Office" }, operator: "tester" };
    const plan = { id: "crate", name: "Crate", content: null, rows: makeRows(), by };
    expect(orThrow(await register.keepPlan(plan))).toEqual({ outcome: "kept" });
    const all = await Promise.all(
      Array.from({ length: benches }, async (_, index) => {
        const relay = await startCutRelay(server.port);
        const folder = join(work, `bench-${index}`);
        mkdirSync(folder);
        const orders: BenchOrders = {
          connection: connection.replace(`:${server.port}/`, `:${relay.port}/`),
          ...{ folder, terminals: shelf, planId: "crate", name: `bench-${index}`, pile: makePile(index) },
        };
        return new Bench(orders, relay);
      }),
    );

    const made = { kills: 0, cuts: 0, endedConnections: 0 };
    const begun = clock.now();
    const running = new Map(all.map((bench) => [bench, bench.run()]));
    const restart = (bench: Bench): void => {
      running.set(bench, bench.run());
    };
    const harm = async (bench: Bench): Promise<void> => {
      const kind = random();
      if (kind < 0.3) {
        made.kills += 1;
        await bench.kill();
        if (!bench.isDone) restart(bench);
      } else if (kind < 0.75) {
        made.cuts += 1;
        const length = 30 + random() * 800;
        bench.relay.cut();
        setTimeout(() => bench.relay.restore(), length);
      } else {
        made.endedConnections += 1;
        await server.ask(
          "postgres",
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}' AND application_name = 'counterpart' AND random() < 0.3;`,
        );
      }
    };
    let next = trouble.least;
    while (all.some(({ isDone, complaints }) => !isDone && complaints.length === 0)) {
      if (clock.now() - begun > 560_000) throw new Error(`${readdirSync(shelf).length} terminals are set`);
      await clock.delay(20);
      if (readdirSync(shelf).length < next) continue;
      next += trouble.least + random() * (trouble.most - trouble.least);
      const victim = all[Math.floor(random() * benches)];
      if (victim?.isDone === false) await harm(victim);
    }
    await Promise.all(running.values());
    const seconds = (clock.now() - begun) / 1000;
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);

    const rows = orThrow(await register.listRows({ planId: "crate" }));
    const serials = Array.from({ length: terminals }, (_, index) => nameTerminal(index));
    const set = new Map(serials.map((name) => [name, readFileSync(join(shelf, name), "utf8").trim().split("\n")]));
    const finished = await server.ask(
      database,
      "SELECT event, COUNT(*), COUNT(DISTINCT place) FROM row_events GROUP BY event ORDER BY event;",
    );
    const told = {
      seed,
      seconds: Math.round(seconds),
      ...made,
      starts: all.reduce((sum, { starts }) => sum + starts, 0),
      events: finished.trim().split("\n"),
      benches: all.map(({ said }) => said.join("").trim()),
    };
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);

    // Each row once.
    expect(rows.filter(({ state, attempts }) => state === "done" && attempts === 1)).toHaveLength(terminals);
    expect(told.events).toEqual([`claimed|${terminals}|${terminals}`, `finished|${terminals}|${terminals}`]);
    // Each terminal once, with the address of its row, and each address once.
    expect(rows.map(({ terminal, addresses }) => [set.get(terminal ?? "")?.length, addresses[0]])).toEqual(
      rows.map(({ addresses }) => [1, addresses[0]]),
    );
    expect(
      rows.filter(({ terminal, addresses }) => !set.get(terminal ?? "")?.[0]?.startsWith(`${addresses[0]} `)),
    ).toEqual([]);
    expect(new Set([...set.values()].map(([line = ""]) => line.split(" ")[0])).size).toBe(terminals);
    expect(readdirSync(shelf)).toHaveLength(terminals);
    // Nothing lost, nothing left.
    const holders = orThrow(await register.listAddresses("hall")).map(({ serialNumber }) => serialNumber ?? "");
    expect(holders.toSorted()).toEqual(serials);
    expect(made.kills).toBeGreaterThan(10);
    expect(made.cuts).toBeGreaterThan(10);
    await register.close();
    await Promise.all(all.map(({ relay }) => relay.close()));
  });
});
