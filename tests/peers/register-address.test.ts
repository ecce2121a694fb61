// The register that this PC works with is the one whose address a person keeps in the preferences, or the environment gives;
// on a real PostgreSQL, and with its connection cut.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createApp } from "../../electron/app/app.ts";
import { openPreferences } from "../../electron/app/preferences/answer-preferences.ts";
import { type Client, createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import { composeApp } from "../../electron/host/compose-app.ts";
import { keepSecrets, type Seal } from "../../electron/main/keep-secrets.ts";
import { makeRecords, makeRecordsFolder } from "../app/make-records.ts";
import { noPorts } from "../app/no-ports.ts";
import { openTerminal } from "../simulator/console.ts";
import { makeSurroundings } from "../simulator/surroundings.ts";
import { startCutRelay } from "./cut-relay.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { findObstacle } from "./system-packages.ts";
import { describeConnection, take } from "./terminal-client.ts";

const obstacle = findObstacle("database");

describe.skipIf(obstacle !== null)(`the address of a shared register ${obstacle ?? ""}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const countTerminals = async (connection: string): Promise<string> =>
    (await server.ask(new URL(connection).pathname.slice(1), "SELECT COUNT(*) FROM terminals;")).trim();

  it("is the one that was kept from the window, from the next question on; forgotten, it is this PC's own again", async () => {
    const address = await server.makeDatabase();
    const client = await openDesktop();
    await meet(client);
    expect(take(await client.call("register.search", {})).terminals).toHaveLength(1);
    take(await client.call("preferences.keep-database-url", { url: address }));
    expect(take(await client.call("register.search", {})).terminals).toEqual([]);
    const serialNumber = await meet(client);
    expect(take(await client.call("register.search", {})).terminals).toMatchObject([{ serialNumber }]);
    expect(await countTerminals(address)).toBe("1");
    take(await client.call("preferences.keep-database-url", { url: null }));
    expect(take(await client.call("register.search", {})).terminals).toHaveLength(1);
  });

  it("is the environment's where that has one", async () => {
    const address = await server.makeDatabase();
    const before = process.env["COUNTERPART_DATABASE_URL"];
    process.env["COUNTERPART_DATABASE_URL"] = address;
    const folder = makeRecordsFolder();
    const client = serveApp(composeApp({ recordsFolder: folder, capturesFolder: join(folder, "captures") }));
    if (before === undefined) delete process.env["COUNTERPART_DATABASE_URL"];
    else process.env["COUNTERPART_DATABASE_URL"] = before;
    expect(take(await client.call("register.search", {})).terminals).toEqual([]);
    expect(await countTerminals(address)).toBe("0");
  });

  it("that cannot be reached is said without its password, and what is noted meanwhile gets there", async () => {
    const address = await server.makeDatabase();
    const relay = await startCutRelay(server.port);
    const client = await openDesktop();
    onTestFinished(() => relay.close());
    const url = address.replace(`:${server.port}/`, `:${relay.port}/`);
    take(await client.call("preferences.keep-database-url", { url }));
    take(await client.call("register.search", {}));
    relay.cut();
    const serialNumber = await meet(client);
    const failed = await client.call("register.search", {});
    expect(failed).toMatchObject({ ok: false, failure: { code: "register-unreachable" } });
    expect(JSON.stringify(failed)).not.toContain(new URL(url).password);
    relay.restore();
    expect(take(await client.call("register.search", {})).terminals).toMatchObject([{ serialNumber }]);
  });
});

/** The desktop's app, whose system seals secrets. */
async function openDesktop(): Promise<Client> {
  const folder = makeRecordsFolder();
  const turn = (octets: Buffer): Buffer => Buffer.from(octets.map((octet) => octet ^ 0x5a));
  const seal: Seal = {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    getSelectedStorageBackend: () => "kwallet6",
    encryptStringAsync: (text) => Promise.resolve(turn(Buffer.from(text))),
    decryptStringAsync: (octets) => Promise.resolve({ result: turn(octets).toString(), shouldReEncrypt: false }),
  };
  const app = createApp({
    openPort: async () => (await openTerminal("demo:linux")).connect(),
    ...noPorts,
    surroundings: makeSurroundings(),
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
    preferences: {
      ...openPreferences(join(folder, "preferences.json"), {}),
      secret: keepSecrets(join(folder, "database-url.sealed"), seal, "linux"),
      isDesktop: true,
    },
    register: { folder, connection: null, hostName: "north", operator: "ann", newId: () => randomUUID() },
  });
  return serveApp(app);
}

function serveApp(app: ReturnType<typeof createApp>): Client {
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  onTestFinished(() => app.close());
  return createClient(near);
}

/** Reads a terminal, and gives its serial number. */
async function meet(client: Client): Promise<string> {
  const { session } = take(await client.call("terminal.connect", describeConnection("COM7")));
  const { terminal } = take(await client.call("terminal.read", { session }));
  take(await client.call("terminal.close", { session }));
  return terminal.serialNumber ?? "";
}
