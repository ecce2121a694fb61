// Terminals that ask who is there: answered with what was typed for the run, which is held in memory only.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Terminal } from "../../../electron/simulator/terminal.ts";
import { makeRecordsFolder } from "../make-records.ts";
import { type Bench, makeBench, makeTerminal } from "./make-bench.ts";

const sheet = "SN,Site,IP,Mask,Gateway,DNS\n,North,192.168.1.41,255.255.255.0,192.168.1.1,192.168.1.1\n";

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function runOn(answer: (password: string) => string) {
  const folder = makeRecordsFolder();
  const bench = makeBench(folder);
  benches.push(bench);
  const terminal = await makeTerminal("0017", { name: "linux-broken", login: true });
  if (!(terminal instanceof Terminal)) throw new Error("not a console");
  bench.plug("1-1.1", terminal);
  const login = { user: "root", password: answer(terminal.password) };
  await bench.start(await bench.keep(sheet), { login });
  const run = await bench.until(({ slots }) => slots.some(({ state }) => state === "done" || state === "stop"));
  return { run, folder, password: terminal.password };
}

test("a terminal that asks gets the run's user and password, and no file of this PC holds it", async () => {
  const { run, folder, password } = await runOn((own) => own);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = files.filter((entry) =>
    readFileSync(join(entry.parentPath, entry.name), "latin1").includes(password),
  );
  expect([run.slots[0]?.outcome, files.length > 2, holding]).toEqual(["confirmed", true, []]);
}, 20_000);

test("a terminal that refuses them stops, and is not asked again by itself", async () => {
  const { run } = await runOn((own) => `${own}x`);
  expect(run.slots.map(({ state, failure }) => [state, failure?.code])).toEqual([["stop", "login-refused"]]);
}, 20_000);
