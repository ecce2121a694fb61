// A bench whose connection to the shared register is cut, on a real PostgreSQL.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { openRegister } from "../../electron/app/register/open-register.ts";
import type { Claim, PlanRow, Register } from "../../electron/app/register/register.ts";
import type { Actor } from "../../electron/contract/register.ts";
import { makeRecordsFolder } from "../app/make-records.ts";
import { orThrow } from "../contracts/register-suite.ts";
import { type CutRelay, startCutRelay } from "./cut-relay.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { findObstacle } from "./system-packages.ts";

const ann: Actor = { bench: { id: "bench-north", name: "North" }, operator: "Ann" };
const ben: Actor = { bench: { id: "bench-south", name: "South" }, operator: "Ben" };
const at = "2026-11-23T01:00:00.000Z";
const obstacle = findObstacle("database");

describe.skipIf(obstacle !== null)(`a bench without its server ${obstacle ?? ""}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  interface CutBench {
    readonly bench: Register;
    readonly relay: CutRelay;
    readonly database: string;
    readonly claim: Claim;
    /** Of the bench's outbox. */
    readonly folder: string;
    /** The same register, by a connection that is not cut. */
    readonly other: Register;
    /** The bench's app once more, as after a crash. */
    readonly restart: () => Promise<Register>;
  }

  const open = (connection: string, folder: string): Promise<Register> => {
    const { clock } = nodeSurroundings;
    return openRegister({ connection, folder, clock, newId: () => randomUUID() });
  };

  /** A bench that has claimed the first of two rows. */
  const start = async (): Promise<CutBench> => {
    const connection = await server.makeDatabase();
    const relay = await startCutRelay(server.port);
    const folder = makeRecordsFolder();
    const cuttable = connection.replace(`:${server.port}/`, `:${relay.port}/`);
    const benches = [await open(cuttable, folder), await open(connection, makeRecordsFolder())] as const;
    const [bench, other] = benches;
    const started: Register[] = [...benches];
    const restart = async (): Promise<Register> => {
      const again = await open(cuttable, folder);
      started.push(again);
      return again;
    };
    onTestFinished(async () => {
      await Promise.all(started.map((each) => each.close()));
      await relay.close();
    });
    const rows: readonly PlanRow[] = ["A", "B"].map((serialNumber, index) => ({
      ...{ place: index + 1, serialNumber, site: "", addresses: [], content: null },
    }));
    orThrow(await bench.keepPlan({ id: "plan", name: "Crate", content: null, rows, by: ann }));
    const claimed = orThrow(await bench.claimRow({ planId: "plan", serialNumber: "A", by: ann }));
    if (claimed.outcome !== "claimed") throw new Error(claimed.outcome);
    return {
      bench,
      other,
      relay,
      restart,
      folder,
      claim: claimed.claim,
      database: new URL(connection).pathname.slice(1),
    };
  };

  const readStates = async (register: Register): Promise<readonly string[]> =>
    orThrow(await register.listRows({ planId: "plan" })).map(({ state }) => state);

  it("waits with what belongs to it while this PC works with another register, which never hears of it", async () => {
    const { bench, relay, claim, folder, restart } = await start();
    const { clock } = nodeSurroundings;
    relay.cut();
    orThrow(await bench.finishRow({ claimId: claim.id, at, by: ann, result: {} }));
    const own = await openRegister({ connection: null, folder, clock, newId: () => randomUUID() });
    const there = orThrow(await own.reconcile());
    await own.close();
    relay.restore();
    const again = await restart();
    const here = orThrow(await again.reconcile());
    expect([there, here, await readStates(again)]).toEqual([
      { waiting: 0, refused: 0, failure: null },
      { waiting: 0, refused: 0, failure: null },
      ["done", "free"],
    ]);
  });

  it("goes on with what it has claimed, claims nothing new, and tells it when the server is back", async () => {
    const { bench, other, relay, claim } = await start();
    relay.cut();
    const again = orThrow(await bench.claimRow({ planId: "plan", serialNumber: "A", by: ann }));
    expect(again).toEqual({ outcome: "claimed", claim, isResumed: true });
    const refused = await bench.claimRow({ planId: "plan", serialNumber: "B", by: ann });
    expect(refused).toMatchObject({ ok: false, failure: { code: "register-unreachable" } });
    const told = { claimId: claim.id, at, by: ann, result: { tests: 2 } };
    expect(orThrow(await bench.finishRow(told))).toEqual({ outcome: "settled", in: "outbox" });
    expect(await readStates(other)).toEqual(["claimed", "free"]);
    relay.restore();
    expect(orThrow(await bench.reconcile())).toEqual({ waiting: 0, refused: 0, failure: null });
    expect(orThrow(await other.listRows({ planId: "plan", states: ["done"] }))).toMatchObject([
      { result: { tests: 2 } },
    ]);
  });

  it("tells after a crash what was finished before it", async () => {
    const { bench, other, relay, claim, restart } = await start();
    relay.cut();
    orThrow(await bench.finishRow({ claimId: claim.id, at, by: ann, result: null }));
    const again = await restart();
    expect(orThrow(await again.claimsOf(ann.bench.id))).toEqual([]);
    relay.restore();
    expect(orThrow(await again.claimsOf(ann.bench.id))).toEqual([]);
    expect(await readStates(other)).toEqual(["done", "free"]);
  });

  it("knows after a crash what it had claimed, also without the server", async () => {
    const { relay, claim, restart } = await start();
    relay.cut();
    const again = await restart();
    expect(orThrow(await again.claimsOf(ann.bench.id))).toEqual([claim]);
  });

  it("finishes a row once when only the server's answer is lost", async () => {
    const { bench, other, relay, claim } = await start();
    relay.deafenAt("commit");
    const finishing = bench.finishRow({ claimId: claim.id, at, by: ann, result: null });
    await expect.poll(() => readStates(other)).toEqual(["done", "free"]);
    relay.cut();
    expect(orThrow(await finishing)).toEqual({ outcome: "settled", in: "outbox" });
    relay.restore();
    expect(orThrow(await bench.reconcile())).toMatchObject({ waiting: 0, refused: 0 });
    expect(orThrow(await other.listRows({ planId: "plan" }))).toMatchObject([{ state: "done", attempts: 1 }, {}]);
  });

  it("leaves a row to whoever took it over meanwhile", async () => {
    const { bench, other, relay, claim, database } = await start();
    relay.cut();
    orThrow(await bench.finishRow({ claimId: claim.id, at, by: ann, result: null }));
    await server.ask(database, "UPDATE plan_rows SET lease_until = '2000' WHERE lease_until IS NOT NULL;");
    orThrow(await other.takeOverRow({ planId: "plan", place: 1, by: ben }));
    relay.restore();
    expect(orThrow(await bench.reconcile())).toMatchObject({ waiting: 0 });
    expect(orThrow(await other.listRows({ planId: "plan", states: ["claimed"] }))).toMatchObject([{ by: ben }]);
    const late = await server.ask(database, "SELECT event FROM row_events ORDER BY event;");
    expect(late.trim().split("\n")).toEqual(["claimed", "late", "taken-over"]);
  });

  it("tells what it saw of terminals when the server is back", async () => {
    const { bench, other, relay } = await start();
    relay.cut();
    const terminal = { serialNumber: "A", family: "at", model: null, hostName: null, macs: [], addresses: [] };
    const seen = { id: "seen", terminal, at, kind: "note", content: "seen", digest: null, by: ann } as const;
    expect(await bench.note(seen)).toMatchObject({ ok: true });
    relay.restore();
    expect(orThrow(await bench.reconcile())).toMatchObject({ waiting: 0 });
    expect(orThrow(await other.findTerminal("A"))).toMatchObject({ family: "at" });
  });
});
