// The address of the register is changed while a run is under way. With a real server: tests/peers/register-address.test.ts.
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeRecordsFolder } from "../make-records.ts";
import { take } from "../../peers/terminal-client.ts";
import { type Bench, makeBench, makeTerminal } from "./make-bench.ts";

const sheet =
  "SN,Site,IP,Mask,Gateway,DNS\nCT3-0000001,North,192.168.1.41,255.255.255.0,192.168.1.1,192.168.1.1\nCT3-0000002,North,192.168.1.42,255.255.255.0,192.168.1.1,192.168.1.1\n";
/** Nobody listens there. */
const elsewhere = "postgres://till@127.0.0.1:1/register";

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function startRun(): Promise<{ readonly bench: Bench; readonly plan: string; readonly folder: string }> {
  const folder = makeRecordsFolder();
  const bench = makeBench(folder);
  benches.push(bench);
  const plan = await bench.keep(sheet);
  await bench.start(plan);
  return { bench, plan, folder };
}

test("a run goes on with the register that it began with, says so, and the other address counts from the next one", async () => {
  const { bench, plan } = await startRun();
  const { client } = bench;
  take(await client.call("preferences.keep-database-url", { url: elsewhere }));
  const told = await bench.until(({ warning }) => warning !== null);
  bench.plug("1-1.1", await makeTerminal("0001"));
  const run = await bench.until(({ slots }) => slots.some(({ state }) => state === "done" || state === "stop"));
  take(await client.call("provisioning.end", {}));
  const next = await client.call("provisioning.start", { plan, ports: null, operator: "Li" });
  take(await client.call("preferences.keep-database-url", { url: null }));
  const { plans } = take(await client.call("provisioning.plans", {}));
  const known = take(await client.call("register.show", { serialNumber: "CT3-0000001" }));
  expect([
    told.warning?.code,
    run.slots.map(({ outcome }) => outcome),
    next.ok ? "started" : next.failure.code,
    plans[0]?.counts.done,
    known.entries.some(({ kind }) => kind === "push"),
  ]).toEqual(["register-changed", ["confirmed"], "register-unreachable", 1, true]);
}, 20_000);

test("a backup is not put in the register's place under a run", async () => {
  const { bench, folder } = await startRun();
  const { client } = bench;
  const file = join(folder, "saved.sqlite");
  take(await client.call("register.backup", { file }));
  const during = await client.call("register.restore", { file });
  take(await client.call("provisioning.end", {}));
  const after = await client.call("register.restore", { file });
  expect([during.ok ? "restored" : during.failure.code, after.ok]).toEqual(["run-active", true]);
});
