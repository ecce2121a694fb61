// What the app notes in the register by itself, and what it answers: on demo terminals, through the contract.
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createApp } from "../../../electron/app/app.ts";
import { type Client, createClient } from "../../../electron/contract/client.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import { serve } from "../../../electron/contract/server.ts";
import type { Terminal } from "../../../electron/simulator/terminal.ts";
import { describeConnection, take } from "../../peers/terminal-client.ts";
import { openTerminal } from "../../simulator/console.ts";
import { makeSurroundings } from "../../simulator/surroundings.ts";
import { makeRecords, makeRecordsFolder } from "../make-records.ts";
import { noPorts } from "../no-ports.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

interface Connected {
  readonly client: Client;
  readonly session: string;
  readonly serialNumber: string;
}

async function connect(terminal: Terminal, folder: string): Promise<Connected> {
  const app = createApp({
    openPort: () => Promise.resolve(terminal.connect()),
    ...noPorts,
    surroundings: makeSurroundings(),
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
    register: { folder, connection: null, hostName: "north", operator: "ann", newId: () => randomUUID() },
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  ends.push(() => app.close());
  const client = createClient(near);
  const { session } = take(await client.call("terminal.connect", describeConnection("COM7")));
  const { terminal: who } = take(await client.call("terminal.read", { session }));
  return { client, session, serialNumber: who.serialNumber ?? "" };
}

async function pushGateway({ client, session }: Connected, gateway: string): Promise<string> {
  const set = [`eth0.ipv4.gateway=${gateway}`];
  const { digest } = take(await client.call("plan.make", { session, set, fix: false }));
  return take(await client.call("plan.push", { session, digest, override: true })).outcome;
}

test("a terminal that is read and pushed to is in the register, with who and which bench", async () => {
  const connected = await connect(await openTerminal("demo:linux"), makeRecordsFolder());
  const { client, session, serialNumber } = connected;
  expect(await pushGateway(connected, "192.168.1.254")).toBe("confirmed");
  take(await client.call("terminal.read", { session }));
  const { terminal, entries } = take(await client.call("register.show", { serialNumber }));
  expect(terminal).toMatchObject({ serialNumber, family: "linux-console", hostName: "pos-0017" });
  expect(entries.map(({ kind }) => kind)).toEqual(["settings", "push", "settings"]);
  expect(entries[1]).toMatchObject({
    content: { outcome: "confirmed", changes: [{ field: "ipv4.gateway", to: "192.168.1.254" }] },
    by: { bench: { name: "north" }, operator: "ann" },
  });
});

test("nothing is loaded or made for the register before somebody asks it", async () => {
  const folder = makeRecordsFolder();
  const { client } = await connect(await openTerminal("demo:linux"), folder);
  expect(existsSync(join(folder, "register.sqlite"))).toBe(false);
  expect(take(await client.call("register.search", {})).terminals).toHaveLength(1);
  expect(existsSync(join(folder, "register.sqlite"))).toBe(true);
});

test("two moments differ by what was pushed between them, and by nothing that changes by itself", async () => {
  const connected = await connect(await openTerminal("demo:linux"), makeRecordsFolder());
  const { client, session, serialNumber } = connected;
  await pushGateway(connected, "192.168.1.254");
  take(await client.call("terminal.read", { session }));
  const { entries } = take(await client.call("register.show", { serialNumber, kinds: ["settings"] }));
  const [to = "", from = ""] = entries.map(({ at }) => at);
  const { differences } = take(await client.call("register.compare", { serialNumber, from, to }));
  expect(differences).toEqual([
    { field: "interfaces.eth0.ipv4.gateway", from: "192.168.1.1", to: "192.168.1.254" },
    { field: "routes.0.0.0.0/0.gateway", from: "192.168.1.1", to: "192.168.1.254" },
  ]);
});

test("a replacement gets the old unit's settings by a plan and a push, and both are noted", async () => {
  const folder = makeRecordsFolder();
  const old = await connect(await openTerminal("demo:linux"), folder);
  await pushGateway(old, "192.168.1.254");
  take(await old.client.call("terminal.read", { session: old.session }));
  const next = await connect(await openTerminal("demo:linux-broken"), folder);
  const { client, session, serialNumber } = next;
  expect(serialNumber).not.toBe(old.serialNumber);
  const planned = take(await client.call("register.plan-replacement", { session, old: old.serialNumber }));
  const { digest } = planned.plan;
  const pushed = take(await client.call("plan.push", { session, digest, override: true }));
  expect(pushed.outcome).toBe("confirmed");
  const report = take(await client.call("terminal.read", { session }));
  expect(report.interfaces.find(({ name }) => name === "eth0")?.ipv4?.gateway).toBe("192.168.1.254");
  const swap = { old: old.serialNumber, replacement: serialNumber, addresses: "kept" } as const;
  expect(take(await client.call("register.replace", swap)).outcome).toBe("replaced");
  const shown = take(await client.call("register.show", { serialNumber: old.serialNumber, limit: 1 }));
  expect(shown).toMatchObject({ terminal: { replacedBy: serialNumber }, entries: [{ kind: "replaced" }] });
});

test("a unit that the register does not know cannot be replaced from it", async () => {
  const { client, session } = await connect(await openTerminal("demo:linux"), makeRecordsFolder());
  const planned = await client.call("register.plan-replacement", { session, old: "NOBODY" });
  expect(planned).toMatchObject({ ok: false, failure: { code: "terminal-unregistered" } });
});

test("a page that may not name files of this PC can neither save nor put back the register", async () => {
  const { client } = await connect(await openTerminal("demo:linux"), makeRecordsFolder());
  const outcomes = await Promise.all([
    client.call("register.backup", { file: "/tmp/never-made.sqlite" }),
    client.call("register.restore", { file: "/etc/passwd" }),
  ]);
  expect(outcomes.map((each) => (each.ok ? null : each.failure.code))).toEqual(["input-invalid", "input-invalid"]);
});

test("a sheet of the register holds what a terminal says of itself as text, never as a formula", async () => {
  const terminal = await openTerminal("demo:linux");
  await terminal.run("hostname '=1+1'");
  const { client } = await connect(terminal, makeRecordsFolder());
  const { content } = take(await client.call("register.export", { format: "csv" }));
  expect(content).toContain(",'=1+1,");
});
