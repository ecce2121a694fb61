import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { beginPush, findInterrupted, type KeptPush, takeUpPush } from "../../../electron/app/records/kept-push.ts";
import { insertPush, listPushes, loadOpen } from "../../../electron/app/records/push-log.ts";
import type { Records } from "../../../electron/app/records/records.ts";
import type { PushedTerminal } from "../../../electron/contract/history.ts";
import { makeReading } from "../../core/push/scripted-session.ts";
import { makeRecords } from "../make-records.ts";
import { makeBegun, till } from "./begun-push.ts";

async function begin(records: Records, terminal: Partial<PushedTerminal> = {}): Promise<KeptPush> {
  const begun = await beginPush(records, makeBegun(terminal));
  if (!begun.ok) throw new Error(begun.failure.code);
  return begun.value;
}

async function tryBegin(records: Records, terminal: Partial<PushedTerminal> = {}): Promise<string> {
  const begun = await beginPush(records, makeBegun(terminal));
  return begun.ok ? "begun" : begun.failure.code;
}

const confirmed = { outcome: "confirmed", tests: [], failure: null } as const;
const unknown = { outcome: "unknown", tests: [], failure: null } as const;

test("every step is recorded with its reason, in order", async () => {
  const records = makeRecords();
  const kept = await begin(records);
  for (const state of ["arming", "applying", "confirming"] as const) await kept.record({ state, why: null });
  await kept.record({ state: "rolling-back", why: "ifup" });
  const steps = records.read((database) =>
    database
      .prepare("SELECT place, state, why FROM transitions ORDER BY place")
      .all()
      .map((row) => Object.values(row)),
  );
  expect([steps.ok && steps.value, kept.state]).toEqual([
    [
      [1, "begun", null],
      [2, "arming", null],
      [3, "applying", null],
      [4, "confirming", null],
      [5, "rolling-back", "ifup"],
    ],
    "rolling-back",
  ]);
});

test("a second push on the same terminal is refused as long as the first is under way, also by another port", async () => {
  const records = makeRecords();
  const first = await begin(records);
  const during = await tryBegin(records, { port: "tcp:127.0.0.1:4001" });
  await first.end(confirmed);
  expect([during, await tryBegin(records)]).toEqual(["terminal-busy", "begun"]);
});

test("another terminal is not in its way", async () => {
  const records = makeRecords();
  await begin(records);
  expect(await tryBegin(records, { serialNumber: "SN-2", macs: ["02:00:00:00:00:02"] })).toBe("begun");
});

/** Another instance of the app, which has begun a push on the same terminal. */
async function startOther(folder: string): Promise<{ readonly said: string; readonly kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "hold-and-wait.ts"), folder]);
  const [said] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await once(child, "close");
  };
  return { said, kill };
}

test("two instances of the app exclude each other; when one is killed, what it began has to be settled", async () => {
  const records = makeRecords();
  records.write(() => null);
  const file = records.read((database) => database.location());
  const other = await startOther(dirname((file.ok && file.value) || ""));
  const during = await tryBegin(records);
  await other.kill();
  const found = findInterrupted(records, till);
  expect([other.said, during, found.ok && found.value?.who, await tryBegin(records)]).toEqual([
    "begun",
    "terminal-busy",
    "other",
    "push-interrupted",
  ]);
});

test.each<[string, (pid: number) => { readonly pid: number; readonly mark: string }]>([
  ["whose process is gone", (pid) => ({ pid, mark: "x" })],
  ["whose process id another process has now", () => ({ pid: process.ppid, mark: "an earlier start" })],
])("a hold %s binds nobody, and what it was doing has to be settled first", async (_name, choose) => {
  const child = spawn("true");
  await once(child, "close");
  const records = makeRecords();
  const left = makeBegun();
  const { pid, mark } = choose(child.pid ?? 0);
  records.write((database) => {
    insertPush(records, database, left);
    const insert = database.prepare("INSERT INTO holds (terminal, push, pid, mark) VALUES (?, ?, ?, ?)");
    insert.run("scripted serial SN-1", left.id, pid, mark);
  });
  const taken = takeUpPush(records, till);
  expect([taken.ok && taken.value?.kept.id, await tryBegin(records)]).toEqual([left.id, "terminal-busy"]);
});

test("what ended unknown is open: found again, and a new push is refused until it is settled", async () => {
  const records = makeRecords();
  const first = await begin(records);
  await first.end(unknown);
  const found = findInterrupted(records, { ...till, port: "COM3" });
  const refused = await tryBegin(records);
  const taken = takeUpPush(records, till);
  if (taken.ok) await taken.value?.kept.end({ outcome: "rolled-back", tests: [], failure: null });
  expect([found.ok && found.value?.id, refused, await tryBegin(records)]).toEqual([
    first.id,
    "push-interrupted",
    "begun",
  ]);
});

test("what is under way just now is not taken for cut off", async () => {
  const records = makeRecords();
  await begin(records);
  expect(findInterrupted(records, till)).toEqual({ ok: true, value: null });
});

test.each<[string, Partial<PushedTerminal>, boolean]>([
  ["the same serial number and other MAC addresses", { macs: ["02:00:00:00:00:09"] }, true],
  ["another serial number and the same MAC addresses", { serialNumber: "SN-2" }, false],
  ["no serial number now and a MAC address of it", { serialNumber: null }, true],
  ["no serial number and another MAC address", { serialNumber: null, macs: ["02:00:00:00:00:09"] }, false],
  ["another family", { family: "other" }, false],
])("what was cut off is looked for on a terminal with %s", async (_name, change, isFound) => {
  const records = makeRecords();
  await (await begin(records)).end(unknown);
  const found = findInterrupted(records, { ...till, ...change });
  expect(found.ok && found.value !== null).toBe(isFound);
});

test("a terminal without any name of its own is found on its port only", async () => {
  const records = makeRecords();
  const nameless = { serialNumber: null, macs: [] };
  await (await begin(records, nameless)).end(unknown);
  const here = findInterrupted(records, { ...till, ...nameless });
  const there = findInterrupted(records, { ...till, ...nameless, port: "COM9" });
  expect([here.ok && here.value !== null, there.ok && there.value !== null]).toEqual([true, false]);
});

test("the reading from just before the first change replaces the older one, and none after it", async () => {
  const records = makeRecords();
  const kept = await begin(records);
  kept.refreshBasis(makeReading({ dns: ["1.1.1.1"] }));
  await kept.record({ state: "arming", why: null });
  kept.refreshBasis(makeReading({ dns: ["2.2.2.2"] }));
  const entry = records.read((database) => loadOpen(database, kept.id));
  expect(entry.ok && entry.value?.before.interfaces[0]?.ipv4?.dns).toEqual(["1.1.1.1"]);
});

test("no pass-phrase reaches the file, neither of the reading nor of a change", async () => {
  const records = makeRecords();
  const plain = makeBegun();
  const [eth0] = plain.before.interfaces;
  if (!eth0) throw new Error("no interface");
  const secret = "correct horse battery";
  const wifi = { ssid: "shop", security: null, passphrase: secret, signalDbm: null };
  const before = { ...plain.before, interfaces: [{ ...eth0, wifi }] };
  const change = { interface: "wlan0", field: "wifi.passphrase", from: null, to: secret };
  await beginPush(records, { ...plain, before, plan: { ...plain.plan, changes: [change] } });
  const all = records.read((database) =>
    ["pushes", "transitions", "audit"].map((table) => JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all())),
  );
  const listed = records.read((database) => listPushes(database, 1)[0]?.changes[0]?.to);
  expect([JSON.stringify(all).includes(secret), listed]).toEqual([false, { ok: true, value: "***" }]);
});
