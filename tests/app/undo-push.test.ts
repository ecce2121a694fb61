import { expect, test } from "vitest";
import { planChanges } from "../../electron/app/plan-changes.ts";
import { pushPlan } from "../../electron/app/push-plan.ts";
import { listPushes } from "../../electron/app/records/push-log.ts";
import type { Records } from "../../electron/app/records/records.ts";
import { planUndo } from "../../electron/app/undo-push.ts";
import type { HistoryEntry } from "../../electron/contract/history.ts";
import type { Reading } from "../../electron/core/dialects/dialect.ts";
import { makeRecords } from "./make-records.ts";
import { openScripted, readFrom, task } from "./open-session.ts";

const a = readFrom("SN-1", {});
const b = readFrom("SN-1", { gateway: "192.168.1.254" });
const leased = readFrom("SN-1", { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [] });
const setB = ["eth0.ipv4.gateway=192.168.1.254"];
const request = { override: true, revertSeconds: 90, tests: [] };
const latest = { push: null, insist: false };

/** One push that was confirmed; its name in the history. */
async function push(records: Records, from: Reading, wish: { readonly set: readonly string[]; readonly to: Reading }) {
  const open = openScripted({ reads: [from, from, wish.to, wish.to] });
  const made = await planChanges(open, { set: wish.set, fix: false }, task);
  const pushed = await pushPlan({ open, records }, { ...request, digest: made.ok ? made.value.digest : "" }, task);
  return pushed.ok ? (pushed.value.id ?? "") : pushed.failure.code;
}

async function undo(records: Records, reading: Reading, wish: Parameters<typeof planUndo>[1] = latest) {
  const planned = await planUndo({ open: openScripted({ reads: [reading] }), records }, wish, task);
  if (!planned.ok) return planned.failure.code;
  return planned.value.plan.changes.map(({ field, from, to }) => `${field}: ${String(from)} -> ${String(to)}`);
}

function list(records: Records): readonly HistoryEntry[] {
  const listed = records.read((database) => listPushes(database, 10));
  return (listed.ok ? listed.value : null) ?? [];
}

test("an undo is the plan from what the push left to what was before it", async () => {
  const records = makeRecords();
  await push(records, a, { set: setB, to: b });
  expect(await undo(records, b)).toEqual(["ipv4.gateway: 192.168.1.254 -> 192.168.1.1"]);
});

test("an undo is pushed like any plan, and the history says what it took back", async () => {
  const records = makeRecords();
  const first = await push(records, a, { set: setB, to: b });
  const open = openScripted({ reads: [b, b, a, a] });
  const planned = await planUndo({ open, records }, latest, task);
  const digest = planned.ok ? planned.value.plan.digest : "";
  await pushPlan({ open, records }, { ...request, digest }, task);
  expect(list(records).map(({ outcome, undoes }) => [outcome, undoes])).toEqual([
    ["confirmed", first],
    ["confirmed", null],
  ]);
});

test("undoing again goes one push further back, not to and fro", async () => {
  const records = makeRecords();
  const c = readFrom("SN-1", { gateway: "192.168.1.254", dns: ["1.1.1.1"] });
  const first = await push(records, a, { set: setB, to: b });
  const second = await push(records, b, { set: ["eth0.ipv4.dns=1.1.1.1"], to: c });
  const open = openScripted({ reads: [c, c, b, b] });
  const planned = await planUndo({ open, records }, latest, task);
  await pushPlan({ open, records }, { ...request, digest: planned.ok ? planned.value.plan.digest : "" }, task);
  const again = await planUndo({ open: openScripted({ reads: [b] }), records }, latest, task);
  expect([planned.ok && planned.value.undoes, again.ok && again.value.undoes]).toEqual([second, first]);
});

test("settings that moved on since are not overwritten unless the person insists", async () => {
  const records = makeRecords();
  await push(records, a, { set: setB, to: b });
  const moved = readFrom("SN-1", { gateway: "192.168.1.77" });
  expect([await undo(records, moved), await undo(records, moved, { push: null, insist: true })]).toEqual([
    "undo-moved-on",
    ["ipv4.gateway: 192.168.1.77 -> 192.168.1.1"],
  ]);
});

test("what else changed since does not stand in the way", async () => {
  const records = makeRecords();
  await push(records, a, { set: setB, to: b });
  const more = readFrom("SN-1", { gateway: "192.168.1.254", dns: ["1.1.1.1"] });
  expect(await undo(records, more)).toEqual(["ipv4.gateway: 192.168.1.254 -> 192.168.1.1"]);
});

test("static settings after DHCP are taken back to DHCP, and the other way round with every value", async () => {
  const records = makeRecords();
  const set = ["eth0.ipv4.address=192.168.1.5/24", "eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=9.9.9.9"];
  await push(records, leased, { set, to: a });
  const toLease = await undo(records, a);
  const other = makeRecords();
  await push(other, a, { set: ["eth0.ipv4.method=dhcp"], to: leased });
  expect([toLease[0], await undo(other, leased)]).toEqual([
    "ipv4.method: static -> dhcp",
    [
      "ipv4.method: dhcp -> static",
      "ipv4.address: null -> 192.168.1.5/24",
      "ipv4.gateway: null -> 192.168.1.1",
      "ipv4.dns: null -> 9.9.9.9",
    ],
  ]);
});

test("a push on another terminal is not taken back on this one", async () => {
  const records = makeRecords();
  const id = await push(records, a, { set: setB, to: b });
  const here = readFrom("SN-2", { gateway: "192.168.1.254" });
  expect([await undo(records, here), await undo(records, here, { push: id, insist: true })]).toEqual([
    "push-unknown",
    "other-terminal",
  ]);
});

test("a push that was taken back by itself is none to undo", async () => {
  const records = makeRecords();
  const open = openScripted({ reads: [a, a, a], apply: { kind: "failed", step: "ifup", reason: "" } });
  const made = await planChanges(open, { set: setB, fix: false }, task);
  await pushPlan({ open, records }, { ...request, digest: made.ok ? made.value.digest : "" }, task);
  const id = list(records)[0]?.id ?? "";
  expect([await undo(records, a), await undo(records, a, { push: id, insist: false })]).toEqual([
    "push-unknown",
    "push-unknown",
  ]);
});

test("what runs counts as well as what is kept: a gateway that somebody changed until the next restart is not undone", async () => {
  const records = makeRecords();
  await push(records, a, { set: setB, to: b });
  const runsElsewhere = readFrom("SN-1", { gateway: "192.168.1.254" }, { gateway: "192.168.1.77" });
  expect(await undo(records, runsElsewhere)).toBe("undo-moved-on");
});

test("an undo brings back what the terminal paid through", async () => {
  const records = makeRecords();
  const hosts = (host: string, port: number | null) => [{ host, port, tls: null, purpose: null, place: 1 }];
  const settable = ["host.1", "tpdu", "terminalNumber"];
  const before: Reading = {
    ...a,
    hosts: hosts("GW.example.net", null),
    tpdu: null,
    terminalNumber: "CT000031",
    settable,
  };
  const after: Reading = { ...before, hosts: hosts("203.0.113.20", 443), tpdu: "6000030000", terminalNumber: null };
  const set = ["host.1=203.0.113.20:443", "tpdu=6000030000", "terminalNumber="];
  await push(records, before, { set, to: after });
  expect(await undo(records, after)).toEqual([
    "host.1: 203.0.113.20:443 -> GW.example.net:",
    "tpdu: 6000030000 -> null",
    "terminalNumber: null -> CT000031",
  ]);
});
