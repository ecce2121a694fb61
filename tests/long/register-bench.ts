// One bench of register-benches.test.ts, in a process of its own. Its terminals are files: a line for each time that one was
// set. It goes through its pile until every terminal is done, and begins again wherever it was killed.
//
//   claim -> read the terminal -> not set yet: set it -> finish
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { openRegister } from "../../electron/app/register/open-register.ts";
import type { Claim, Register } from "../../electron/app/register/register.ts";
import type { Actor } from "../../electron/contract/register.ts";

export interface BenchOrders {
  readonly connection: string;
  readonly folder: string;
  readonly terminals: string;
  readonly planId: string;
  readonly name: string;
  readonly pile: readonly string[];
}

const orders = JSON.parse(readFileSync(0, "utf8")) as BenchOrders;
const { clock } = nodeSurroundings;
const by: Actor = { bench: { id: orders.name, name: orders.name }, operator: "tester" };
const counts = { set: 0, resumed: 0, found: 0, outbox: 0, waited: 0, others: 0 };

async function work(register: Register, claim: Claim): Promise<void> {
  const file = join(orders.terminals, claim.serialNumber);
  const [address = ""] = claim.addresses;
  if (existsSync(file)) counts.found += 1;
  else {
    appendFileSync(file, `${address} ${orders.name}\n`);
    counts.set += 1;
  }
  // A moment in which the terminal is set and nobody knows yet.
  await clock.delay(5);
  const at = new Date(clock.wallTime()).toISOString();
  const finished = await register.finishRow({ claimId: claim.id, at, by, result: { address } });
  if (!finished.ok) throw new Error(finished.failure.code);
  if (finished.value.outcome !== "settled") throw new Error(finished.value.outcome);
  if (finished.value.in === "outbox") counts.outbox += 1;
}

/** False: the server has to be there first. */
async function setTerminal(register: Register, serialNumber: string): Promise<boolean> {
  const claimed = await register.claimRow({ planId: orders.planId, serialNumber, by });
  if (!claimed.ok) {
    if (claimed.failure.code !== "register-unreachable") throw new Error(claimed.failure.code);
    return false;
  }
  const outcome = claimed.value;
  if (outcome.outcome === "claimed") {
    if (outcome.isResumed) counts.resumed += 1;
    await work(register, outcome.claim);
  } else if (outcome.outcome === "taken" || outcome.outcome === "done") counts.others += 1;
  else throw new Error(`${serialNumber}: ${outcome.outcome}`);
  return true;
}

async function untilTrue(job: () => Promise<boolean>): Promise<void> {
  const end = clock.now() + 300_000;
  while (!(await job())) {
    counts.waited += 1;
    if (clock.now() > end) throw new Error("the server never came back");
    await clock.delay(20);
  }
}

const register = await openRegister({ ...orders, clock, newId: () => randomUUID() });
await untilTrue(async () => {
  const held = await register.claimsOf(by.bench.id);
  if (!held.ok) return false;
  counts.resumed += held.value.length;
  for (const claim of held.value) await work(register, claim);
  return true;
});
const done = new Set<string>();
await untilTrue(async () => {
  const rows = await register.listRows({ planId: orders.planId, states: ["done"] });
  if (rows.ok) for (const { terminal } of rows.value) done.add(terminal ?? "");
  return rows.ok;
});
for (const serialNumber of orders.pile.filter((each) => !done.has(each)))
  await untilTrue(() => setTerminal(register, serialNumber));
await untilTrue(async () => {
  const reconciled = await register.reconcile();
  if (!reconciled.ok || reconciled.value.refused > 0) throw new Error("the outbox holds what the register refused");
  return reconciled.value.waiting === 0;
});
await register.close();
process.stdout.write(`${JSON.stringify(counts)}\n`);
