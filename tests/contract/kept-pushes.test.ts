// The commands about what is kept of pushes, from the asking side of a link, on demo terminals.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginPush } from "../../electron/app/records/kept-push.ts";
import type { Asked } from "../../electron/contract/commands.ts";
import { findDemoProfile } from "../../electron/simulator/catalogue.ts";
import { makeRecords } from "../app/make-records.ts";
import { makeBegun } from "../app/records/begun-push.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";

let folder = "";
let terminal: TerminalClient;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-kept-"));
  terminal = startTerminalClient(join(folder, "records"));
});
afterEach(async () => {
  await terminal.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fix(session: string): Promise<string> {
  const plan = take(await terminal.client.call("plan.make", { session, set: [], fix: true }));
  const pushed = take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }));
  return pushed.id ?? "";
}

test("a push is in the history under the id that it answered with, is undone by it, and the trail is whole", async () => {
  const { client } = terminal;
  const session = await terminal.connect("demo:linux-broken");
  const id = await fix(session);
  const undo = take(await client.call("history.undo-plan", { session, push: id, insist: false }));
  const undone = take(await client.call("plan.push", { session, digest: undo.plan.digest, override: true }));
  const { pushes } = take(await client.call("history.list", {}));
  const { csv } = take(await client.call("history.export", {}));
  const audit = take(await client.call("audit.verify", { head: null }));
  expect([
    pushes.map((each) => [each.id, each.outcome, each.undoes]),
    csv.split("\r\n").length,
    [audit.entries, audit.broken],
  ]).toEqual([
    [
      [undone.id, "confirmed", id],
      [id, "confirmed", null],
    ],
    4,
    [4, null],
  ]);
});

test("a backup of one terminal is planned onto another one", async () => {
  const { client } = terminal;
  const session = await terminal.connect("demo:linux-broken");
  const { text } = take(await client.call("backup.make", { session, passphrase: null }));
  const other = await terminal.connect("demo:linux");
  const planned = take(await client.call("backup.plan", { session: other, name: "a.json", text, passphrase: null }));
  expect([
    planned.isOtherTerminal,
    planned.from.serialNumber === planned.to.serialNumber,
    planned.plan.changes.length > 0,
  ]).toEqual([true, false, true]);
});

test("a push that was cut off is told when its terminal is read, listed, and settled once", async () => {
  const { client } = terminal;
  const session = await terminal.connect("demo:linux-broken");
  const report = take(await client.call("terminal.read", { session }));
  const records = makeRecords(join(folder, "records"));
  const { serialNumber } = report.terminal;
  const begun = await beginPush(records, makeBegun({ family: report.terminal.family, serialNumber }));
  if (begun.ok) await begun.value.end({ outcome: "unknown", tests: [], failure: null });
  const told: string[] = [];
  client.on("interrupted", (event) => told.push(event.push.id));
  await client.call("terminal.read", { session });
  const open = take(await client.call("history.open", {}));
  // It was on another network altogether: what is read fits neither side of it.
  const unsettled = take(await client.call("push.resume", { session }));
  const accepted = take(await client.call("push.resume", { session, accept: true }));
  const after = take(await client.call("push.resume", { session }));
  const id = begun.ok ? begun.value.id : "";
  expect([
    told,
    open.pushes.map((each) => each.id),
    unsettled.resumed?.outcome,
    accepted.resumed?.id,
    after.resumed,
  ]).toEqual([[id], [id], "unknown", id, null]);
});

test("looking at ports, checking and connecting leave nothing on this PC", async () => {
  const { client } = terminal;
  await client.call("ports.list", {});
  await client.call("settings.check", { settings: { interfaces: [] } });
  await client.call("terminal.read", { session: await terminal.connect("demo:linux") });
  await client.call("history.list", {});
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, Partial<Asked<"plan.push">>]>([
  ["a port that there is not", { tests: [{ target: { kind: "tcp", host: "a", port: 0 } }] }],
  ["no host", { tests: [{ target: { kind: "tls", host: "", port: 1 } }] }],
  ["a time limit without end", { tests: [{ target: { kind: "gateway" }, seconds: 1e9 }] }],
])("a test with %s is refused before it reaches the terminal", async (_name, input) => {
  const asked = { session: "x", digest: "x", override: false, ...input };
  const pushed = await terminal.client.call("plan.push", asked);
  expect(pushed.ok ? null : pushed.failure.code).toBe("input-invalid");
});

test("a file that is too large for a backup is refused before it is read", async () => {
  const text = " ".repeat(300 * 1024);
  const planned = await terminal.client.call("backup.plan", { session: "x", name: "a", text, passphrase: null });
  expect(planned.ok ? null : planned.failure.code).toBe("input-invalid");
});

test("a demo terminal that begins anew is another one: what was cut off on the last one is not asked of it", async () => {
  const { client } = terminal;
  const serials: (string | null)[] = [];
  const asked: string[] = [];
  client.on("interrupted", ({ push }) => asked.push(push.id));
  for (const name of ["demo:xcb", "demo:xcb"]) {
    const session = await terminal.connect(name);
    const { terminal: who, interfaces } = take(await client.call("terminal.read", { session }));
    serials.push(who.serialNumber);
    const macs = interfaces.flatMap(({ mac }) => mac ?? []);
    const records = makeRecords(join(folder, "records"));
    // Cut off: begun, and never ended.
    const begun = await beginPush(
      records,
      makeBegun({ family: who.family, serialNumber: who.serialNumber, macs, port: name }),
    );
    if (begun.ok) begun.value.release();
    records.close();
    await client.call("terminal.close", { session });
  }
  const renumbered = findDemoProfile("linux-broken", "123456")?.identity.serialNumber;
  expect([new Set(serials).size, serials.map((serial) => serial?.slice(0, 5)), asked, renumbered]).toEqual([
    2,
    ["CT3-0", "CT3-0"],
    [],
    "CT1-0123456",
  ]);
});
