// The shared register on a real PostgreSQL.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PostgresStore } from "../../electron/app/register/postgres-store.ts";
import { SqlRegister } from "../../electron/app/register/sql-register.ts";
import { type OpenedRegister, registerSuite } from "../contracts/register-suite.ts";
import { registerTerminalsSuite } from "../contracts/register-terminals-suite.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { findObstacle } from "./system-packages.ts";

const obstacle = findObstacle("database");

describe.skipIf(obstacle !== null)(`a shared register ${obstacle ?? ""}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const open = (connection: string): SqlRegister =>
    new SqlRegister(new PostgresStore({ connection, newId: () => randomUUID() }));

  const openBenches = async (): Promise<OpenedRegister> => {
    const connection = await server.makeDatabase();
    const database = new URL(connection).pathname.slice(1);
    return {
      openBench: async () => open(connection),
      // The server's clock is its own; a lease that ends earlier comes to the same.
      pass: async (minutes) => {
        const moment = `to_char(lease_until::timestamptz at time zone 'utc' - interval '${minutes} minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
        await server.ask(database, `UPDATE plan_rows SET lease_until = ${moment} WHERE lease_until IS NOT NULL;`);
      },
      remove: async () => undefined,
    };
  };
  registerSuite(openBenches);
  registerTerminalsSuite(openBenches);

  it("says that the server is out of reach, without a word of the password", async () => {
    const connection = "postgres://owner:hunter2@127.0.0.1:1/register";
    const listed = await open(connection).listPlans();
    expect(listed).toMatchObject({
      ok: false,
      failure: {
        code: "register-unreachable",
        details: { where: "127.0.0.1:1/register", reason: "ECONNREFUSED" },
      },
    });
  });

  it("says that the password is refused, without a word of it", async () => {
    const connection = (await server.makeDatabase()).replace(/owner:[^@]*@/, "owner:hunter2@");
    const listed = JSON.stringify(await open(connection).listPlans());
    expect(listed).toContain("register-unreachable");
    expect(listed).toContain("28P01");
    expect(listed).not.toContain("hunter2");
  });

  it("refuses what is not a connection string without repeating it", async () => {
    const listed = JSON.stringify(await open("hunter2@somewhere").listPlans());
    expect(listed).toContain("register-unreachable");
    expect(listed).not.toContain("hunter2");
  });

  it("refuses a register of a newer version", async () => {
    const connection = await server.makeDatabase();
    const first = open(connection);
    expect((await first.listPlans()).ok).toBe(true);
    await server.ask(new URL(connection).pathname.slice(1), "UPDATE register_version SET version = 99;");
    const second = open(connection);
    expect(await second.listPlans()).toMatchObject({ ok: false, failure: { code: "register-newer" } });
    await Promise.all([first.close(), second.close()]);
  });

  it("lets many benches open a new database at the same moment", async () => {
    const connection = await server.makeDatabase();
    const benches = Array.from({ length: 6 }, () => open(connection));
    const listed = await Promise.all(benches.map((bench) => bench.listPlans()));
    expect(listed).toEqual(benches.map(() => ({ ok: true, value: [] })));
    await Promise.all(benches.map((bench) => bench.close()));
  });

  it("goes on after the server has ended every connection", async () => {
    const connection = await server.makeDatabase();
    const database = new URL(connection).pathname.slice(1);
    const bench = open(connection);
    await bench.listPlans();
    await server.ask(
      "postgres",
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}';`,
    );
    await expect.poll(async () => (await bench.listPlans()).ok).toBe(true);
    await bench.close();
  });
});
