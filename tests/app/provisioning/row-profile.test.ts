// The description that a row names: used at once where every row or the scanned one names it, else after the row is known.
import { afterEach, expect, test } from "vitest";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { take } from "../../peers/terminal-client.ts";
import { type Bench, makeBench, makeTerminal } from "./make-bench.ts";

const head = "SN,Site,IP,Mask,Gateway,DNS,Profile\n";
const row = (serial: string, last: number, profile: string): string =>
  `${serial},North,192.168.1.${last},255.255.255.0,192.168.1.1,192.168.1.1,${profile}\n`;

const benches: Bench[] = [];
function open(): Bench {
  const bench = makeBench();
  benches.push(bench);
  return bench;
}
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

const isOver = ({ slots }: Run): boolean =>
  slots.length > 0 && slots.every(({ state }) => state === "done" || state === "stop");
const sum = ({ slots }: Run): readonly string[] =>
  slots.map(({ outcome, failure }) => outcome ?? failure?.code ?? "neither");

test("what every row names is used at once: nobody is asked who is there", async () => {
  const bench = open();
  const terminal = await makeTerminal("0001", { name: "linux-broken" });
  bench.plug("1-1.1", terminal);
  // Not what it is: whoever is recognised would be spoken to as a console.
  await bench.start(await bench.keep(head + row("CT3-0000001", 41, "xcb-demo")), { timeoutSeconds: 1 });
  const run = await bench.until(({ slots }) => slots.some(({ failure }) => failure !== null));
  expect(run.slots.map(({ serialNumber, failure }) => [serialNumber, failure?.code])).toEqual([[null, "no-answer"]]);
});

test("a row that names what is in use already is set in one go", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("CT3-0000001", 41, "xcb-demo") + row("CT3-0000002", 42, "key-value"));
  await bench.start(plan);
  const run = await bench.until(isOver);
  expect([sum(run), bench.opened]).toEqual([["confirmed"], ["1-1.1"]]);
});

test("a row that names another is found out by asking, and its terminal is connected again with it, once", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0017", { name: "linux-broken" }));
  const plan = await bench.keep(head + row("CT1-0000017", 41, "linux-application-logs") + row("CT3-2", 42, ""));
  await bench.start(plan);
  const run = await bench.until(isOver);
  expect([sum(run), bench.opened]).toEqual([["confirmed"], ["1-1.1", "1-1.1"]]);
}, 20_000);

test("the row of a scanned label says at once how its terminal is spoken to", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT1-0000017", 41, "linux-application-logs") + row("CT3-2", 42, ""));
  await bench.start(plan);
  take(await bench.client.call("provisioning.pause", {}));
  bench.plug("1-1.1", await makeTerminal("0017", { name: "linux-broken" }));
  await bench.until(({ slots }) => slots.length > 0);
  take(await bench.client.call("provisioning.scan", { text: "CT1-0000017", slot: "1-1.1" }));
  take(await bench.client.call("provisioning.resume", {}));
  const run = await bench.until(isOver);
  expect([sum(run), bench.opened]).toEqual([["confirmed"], ["1-1.1"]]);
}, 20_000);

test("a description that does not fit stops the slot with nothing changed, and its row says why", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("CT3-0000001", 41, "key-value") + row("CT3-0000002", 42, ""));
  await bench.start(plan);
  const run = await bench.until(isOver);
  const { rows } = take(await bench.client.call("provisioning.rows", { plan }));
  const history = take(await bench.client.call("history.list", {}));
  expect([sum(run), rows.map(({ state, why }) => [state, why]), history.pushes.length, bench.opened.length]).toEqual([
    ["description-unfit"],
    [
      ["stopped", "description-unfit"],
      ["free", null],
    ],
    0,
    2,
  ]);
}, 20_000);
