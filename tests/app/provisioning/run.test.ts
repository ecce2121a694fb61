// The run on simulated terminals. What a real console does is in tests/peers/main-job/provisioning.test.ts.
import { afterEach, expect, test } from "vitest";
import type { Run, Slot } from "../../../electron/contract/provisioning.ts";
import { type Bench, makeBench, makeTerminal } from "./make-bench.ts";
import { makeRecordsFolder } from "../make-records.ts";
import { take } from "../../peers/terminal-client.ts";

const head = "SN,Site,IP,Mask,Gateway,DNS,Merchant,TID\n";
const row = (serial: string, last: number): string =>
  `${serial},North,192.168.1.${last},255.255.255.0,192.168.1.1,192.168.1.1,898110000000001,000000${last}\n`;

const benches: Bench[] = [];
function open(folder?: string): Bench {
  const bench = makeBench(folder);
  benches.push(bench);
  return bench;
}

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

const isOver = ({ slots }: Run): boolean =>
  slots.length > 0 && slots.every(({ state }) => state === "done" || state === "stop");
const sum = ({ slots }: Run): readonly string[] =>
  slots.map(({ slot, state, outcome, address, failure }) => `${slot} ${state} ${outcome ?? failure?.code} ${address}`);

test("several terminals at once get their own rows, and one that is in no row stops alone", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  bench.plug("1-1.2", await makeTerminal("0002"));
  bench.plug("1-1.3", await makeTerminal("0009"));
  const plan = await bench.keep(head + row("CT3-0000001", 41) + row("CT3-0000002", 42));
  await bench.start(plan);
  const run = await bench.until(isOver);
  expect([sum(run), run.counts, run.weakHubs]).toEqual([
    ["1-1.1 done confirmed 192.168.1.41/24", "1-1.2 done confirmed 192.168.1.42/24", "1-1.3 stop row-missing null"],
    { free: 0, claimed: 0, done: 2, stopped: 0 },
    [{ hub: "1-1", terminals: 3, milliamps: 750 }],
  ]);
});

test("a row's host, TPDU, merchant and terminal number are set where the terminal takes them", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const [sheet, texts] = [head.trimEnd(), row("CT3-0000001", 41).trimEnd()];
  const plan = await bench.keep(`${sheet},Host,Port,TPDU\n${texts},203.0.113.20,443,60 00 04 00 00\n`);
  await bench.start(plan);
  const run = await bench.until(isOver);
  const set = run.slots[0]?.changes.slice(2).map(({ field, from, to }) => `${field}: ${from} -> ${to}`);
  expect([sum(run), set, run.slots[0]?.exceptions]).toEqual([
    ["1-1.1 done confirmed 192.168.1.41/24"],
    [
      "host.1: gw.example.net:7443 -> 203.0.113.20:443",
      "tpdu: 6000030000 -> 6000040000",
      "merchantNumber: CTDEMO000000001 -> 898110000000001",
      "terminalNumber: CT000031 -> 00000041",
    ],
    [],
  ]);
});

test("what cannot be set is an exception in the report, which also says what was set, by whom", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(
    head.replace("Site", "Site,MTU") + row("CT3-0000001", 41).replace("North", "North,1400"),
  );
  await bench.start(plan);
  await bench.until(isOver);
  const printed = take(await bench.client.call("provisioning.print", { plan, what: "report-csv", language: "en" }));
  const csv = Buffer.from(printed.base64, "base64").toString("utf8");
  expect(csv).toMatch(
    /2,CT3-0000001,North,192\.168\.1\.41\/24,done,"eth0\.ipv4\.address=192\.168\.1\.41\/24[^"]*\n[^"]*gateway=192\.168\.1\.1 \(was 192\.168\.2\.1\)\nmerchantNumber=898110000000001[\s\S]*MTU 1400 \(to be typed[\s\S]*,Li,/,
  );
});

test("a plan that is run again does nothing twice", async () => {
  const folder = makeRecordsFolder();
  const terminal = await makeTerminal("0001");
  const first = open(folder);
  first.plug("1-1.1", terminal);
  const plan = await first.keep(head + row("CT3-0000001", 41));
  await first.start(plan);
  await first.until(isOver);
  take(await first.client.call("provisioning.end", {}));
  await first.start(plan, { operator: "Wang" });
  const run = await first.until(isOver);
  const history = take(await first.client.call("history.list", {}));
  expect([sum(run), history.pushes.length]).toEqual([["1-1.1 done unchanged 192.168.1.41/24"], 1]);
});

test("the sheet of a plan that is half done is the same plan on another day, also where rows name no terminal", async () => {
  const folder = makeRecordsFolder();
  const sheet = head + row("", 41) + row("", 42);
  const first = open(folder);
  const terminal = await makeTerminal("0001");
  first.plug("1-1.1", terminal);
  const plan = await first.keep(sheet);
  await first.start(plan);
  await first.until(isOver);
  await first.close();
  const next = open(folder);
  next.plug("1-1.1", await makeTerminal("0002"));
  const again = await next.keep(sheet);
  await next.start(again);
  const run = await next.until(isOver);
  expect([again === plan, sum(run), run.counts.done]).toEqual([true, ["1-1.1 done confirmed 192.168.1.42/24"], 2]);
});

test("what the run did to a terminal stands in its register entry, by the operator of the shift", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  await bench.start(plan, { operator: "Wang" });
  await bench.until(isOver);
  const shown = take(await bench.client.call("register.show", { serialNumber: "CT3-0000001" }));
  const told = shown.entries.map(({ kind, by }) => `${kind} ${by.operator}`);
  expect([told.toSorted(), shown.terminal?.addresses]).toEqual([
    ["push Wang", "settings Wang", "settings Wang"],
    ["192.168.1.41"],
  ]);
});

test("the register compares what a terminal had before the run with what it has now", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  await bench.start(plan);
  await bench.until(isOver);
  const serialNumber = "CT3-0000001";
  const { entries } = take(await bench.client.call("register.show", { serialNumber, kinds: ["settings"] }));
  const [to = "", from = ""] = entries.map(({ at }) => at);
  const { differences } = take(await bench.client.call("register.compare", { serialNumber, from, to }));
  expect(differences.map((each) => `${each.field} ${each.from} ${each.to}`)).toEqual([
    "interfaces.eth0.ipv4.address 192.168.1.31 192.168.1.41",
    "interfaces.eth0.ipv4.gateway 192.168.2.1 192.168.1.1",
    "merchantNumber CTDEMO000000001 898110000000001",
    "terminalNumber CT000031 00000041",
  ]);
});

test("a dry run writes nothing, claims nothing and says what would change", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("", 41));
  await bench.start(plan, { dryRun: true });
  const run = await bench.until(isOver);
  const history = take(await bench.client.call("history.list", {}));
  const [card] = run.slots;
  expect([card?.changes.map(({ field }) => field), card?.outcome, run.counts.free, history.pushes.length]).toEqual([
    ["ipv4.address", "ipv4.gateway", "merchantNumber", "terminalNumber"],
    null,
    1,
    0,
  ]);
});

test("a dry run says of a row what the rules would refuse", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  await bench.start(await bench.keep("SN,IP,Mask\nCT3-0000001,192.168.9.41,255.255.255.0\n"), { dryRun: true });
  const run = await bench.until(isOver);
  expect([run.slots[0]?.failure?.code, run.counts.free]).toEqual(["row-refused", 1]);
});

test("a row that the rules refuse says what is wrong and what can be done at a bench, and counts once it is corrected", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep("SN,IP,Mask\nCT3-0000001,192.168.9.41,255.255.255.0\n");
  await bench.start(plan);
  const failure = (await bench.until(isOver)).slots[0]?.failure;
  const terms = { plan, place: 2, revision: 1, operator: "Li" };
  const { revision } = take(await bench.client.call("provisioning.row-cells", { plan, place: 2 }));
  await bench.client.call("provisioning.change-row", { ...terms, revision, cells: { gateway: "192.168.9.1" } });
  await bench.client.call("provisioning.retry", { slot: "1-1.1" });
  const run = await bench.until(({ slots }) => slots[0]?.state === "done");
  expect([failure?.code, failure?.message.en, failure?.message["zh-CN"], sum(run)]).toEqual([
    "row-refused",
    expect.stringMatching(/^With what row 2 sets.* 192\.168\.2\.1 .*\. Nothing was changed\. Correct the row/),
    expect.stringMatching(/^按第 2 行设置.*192\.168\.2\.1.*。没有做任何改动。请更正这一行/),
    ["1-1.1 done confirmed 192.168.9.41/24"],
  ]);
});

test("a label that says another serial number than the terminal stops that slot before anything is written", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000001", 41) + row("CT3-0000002", 42));
  bench.plug("1-1.1", await makeTerminal("0001"));
  await bench.start(plan);
  take(await bench.client.call("provisioning.scan", { text: "CT3-0000002", slot: "1-1.1" }));
  const run = await bench.until(isOver);
  const history = take(await bench.client.call("history.list", {}));
  expect([run.slots[0]?.failure?.code, history.pushes.length, run.counts]).toEqual([
    "serial-differs",
    0,
    { free: 2, claimed: 0, done: 0, stopped: 0 },
  ]);
});

test("a label that is scanned for the wrong slot takes nothing from its terminal, which is at work on another", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000001", 41) + row("CT3-0000002", 42));
  bench.plug("1-1.1", await makeTerminal("0001", { bytesPerSecond: 11_520 }));
  bench.plug("1-1.2", await makeTerminal("0002", { bytesPerSecond: 11_520 }));
  await bench.start(plan);
  take(await bench.client.call("provisioning.scan", { text: "CT3-0000002", slot: "1-1.1" }));
  expect(sum(await bench.until(isOver))).toEqual([
    "1-1.1 stop serial-differs null",
    "1-1.2 done confirmed 192.168.1.42/24",
  ]);
}, 30_000);

test("a modem, of whose number only the ends are told, gets its row by its label", async () => {
  const bench = open();
  // A test number, for test equipment.
  const plan = await bench.keep("SN,APN\n001013000000416,pos.example\n");
  bench.plug("1-1.1", await makeTerminal("0001", { name: "at" }));
  await bench.start(plan);
  const first = (await bench.until(isOver)).slots[0]?.failure?.code;
  take(await bench.client.call("provisioning.scan", { text: "001013000000416", slot: "1-1.1" }));
  take(await bench.client.call("provisioning.retry", { slot: "1-1.1" }));
  const run = await bench.until(({ slots }) => slots[0]?.state === "done");
  expect([first, run.counts.done]).toEqual(["serial-untold", 1]);
});

test("a label that is in no row is told at once", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  bench.plug("1-1.1", await makeTerminal("0001"));
  await bench.start(plan);
  const scanned = take(await bench.client.call("provisioning.scan", { text: "X", slot: "1-1.1" }));
  expect(scanned.failure?.code).toBe("row-missing");
});

test("a terminal that is pulled out in mid-work and put on another port goes on there", async () => {
  const bench = open();
  const terminal = await makeTerminal("0001", { bytesPerSecond: 11_520 });
  bench.plug("1-1.1", terminal);
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  await bench.start(plan);
  await bench.until(({ slots }) => slots.some(({ step }) => step === "pushing"));
  bench.unplug("1-1.1");
  await bench.until(({ slots }) => slots.some(({ waitsFor }) => waitsFor === "return"));
  bench.plug("1-1.2", terminal);
  const run = await bench.until(({ slots }) => slots.some(({ state }) => state === "done"));
  const away = run.slots.find(({ slot }: Slot) => slot === "1-1.1");
  expect([run.slots.find(({ state }) => state === "done")?.slot, away?.state, run.counts.done]).toEqual([
    "1-1.2",
    "waiting",
    1,
  ]);
}, 30_000);

test("a slot keeps its name, and cards follow the place", async () => {
  const folder = makeRecordsFolder();
  const bench = open(folder);
  take(await bench.client.call("provisioning.name-slot", { slot: "1-1.1", name: "left 1" }));
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  await bench.start(plan, { dryRun: true });
  const run = await bench.until(isOver);
  expect(run.slots.map(({ slot, name }) => [slot, name])).toEqual([["1-1.1", "left 1"]]);
});

test("a pause lets the terminal at hand finish and begins no other", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001", { bytesPerSecond: 11_520 }));
  const plan = await bench.keep(head + row("CT3-0000001", 41) + row("CT3-0000002", 42));
  await bench.start(plan);
  await bench.until(({ slots }) => slots.some(({ state }) => state === "working"));
  take(await bench.client.call("provisioning.pause", {}));
  bench.plug("1-1.2", await makeTerminal("0002"));
  const paused = await bench.until(({ state, slots }) => state === "paused" && slots.length === 2);
  take(await bench.client.call("provisioning.resume", {}));
  const after = await bench.until(isOver);
  expect([paused.slots.map(({ state }) => state), after.slots.map(({ state }) => state)]).toEqual([
    ["done", "waiting"],
    ["done", "done"],
  ]);
}, 30_000);
