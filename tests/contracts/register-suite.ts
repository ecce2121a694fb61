// What every register does, whichever database stands behind it. `openBench` opens the same register once more, as another
// bench's process would.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Claim, ClaimOutcome, NewPlan, PlanRow, Register } from "../../electron/app/register/register.ts";
import type { Actor } from "../../electron/contract/register.ts";
import type { Result } from "../../electron/core/failures/result.ts";

export interface OpenedRegister {
  readonly openBench: () => Promise<Register>;
  /** Moves the register's clock on. */
  readonly pass: (minutes: number) => Promise<void>;
  readonly remove: () => Promise<void>;
}

const north = { id: "bench-north", name: "North" };
const south = { id: "bench-south", name: "South" };
const ann: Actor = { bench: north, operator: "Ann" };
const ben: Actor = { bench: south, operator: "Ben" };
const at = "2026-11-23T01:00:00.000Z";

let counted = 0;

function makePlan(rows: readonly Partial<PlanRow>[]): NewPlan {
  counted += 1;
  return {
    id: `plan-${counted}`,
    name: "Crate",
    content: { note: "spring" },
    by: ann,
    rows: rows.map((row, index) => ({
      ...{ place: index + 1, serialNumber: null, addresses: [], content: { line: index + 1 } },
      // Each plan has a shop of its own, so that the addresses of one are nothing to the next.
      site: `shop-${counted}`,
      ...row,
    })),
  };
}

export function orThrow<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message.en}`);
  return result.value;
}

function claimed(outcome: ClaimOutcome): Claim {
  if (outcome.outcome !== "claimed") throw new Error(outcome.outcome);
  return outcome.claim;
}

export function registerSuite(open: () => Promise<OpenedRegister>): void {
  let opened: OpenedRegister;
  let one: Register;
  let other: Register;

  beforeAll(async () => {
    opened = await open();
    one = await opened.openBench();
    other = await opened.openBench();
  });
  afterAll(async () => {
    await one.close();
    await other.close();
    await opened.remove();
  });

  const keep = async (rows: readonly Partial<PlanRow>[]): Promise<NewPlan> => {
    const plan = makePlan(rows);
    expect(orThrow(await one.keepPlan(plan))).toEqual({ outcome: "kept" });
    return plan;
  };
  const claim = async (register: Register, planId: string, serialNumber: string, by: Actor): Promise<ClaimOutcome> =>
    orThrow(await register.claimRow({ planId, serialNumber, by }));

  it("keeps a plan whole, and every bench sees it", async () => {
    const plan = await keep([{ serialNumber: "0017", addresses: ["192.168.1.20"] }, {}]);
    const rows = orThrow(await other.listRows({ planId: plan.id }));
    expect(rows.map(({ place, serialNumber, content, state }) => [place, serialNumber, content, state])).toEqual([
      [1, "0017", { line: 1 }, "free"],
      [2, null, { line: 2 }, "free"],
    ]);
    const read = orThrow(await other.readPlan(plan.id));
    expect(read).toMatchObject({ name: "Crate", by: ann, content: { note: "spring" }, counts: { free: 2 } });
  });

  it("keeps a plan once, however often it is given", async () => {
    const plan = await keep([{}]);
    expect(orThrow(await other.keepPlan(plan))).toEqual({ outcome: "already-kept" });
  });

  it("refuses a plan whose address another row holds, and keeps none of it", async () => {
    const first = await keep([{ addresses: ["10.0.0.7"], site: "mall" }]);
    const second = makePlan([{ addresses: ["10.0.0.8"] }, { addresses: ["10.0.0.7"], site: "mall" }]);
    expect(orThrow(await other.keepPlan(second))).toEqual({
      outcome: "addresses-held",
      held: [{ site: "mall", address: "10.0.0.7", planId: first.id, place: 1, serialNumber: null }],
    });
    expect(orThrow(await one.readPlan(second.id))).toBeNull();
    expect(orThrow(await one.listAddresses(second.rows[0]?.site ?? ""))).toEqual([]);
  });

  it("refuses a plan that gives one address to two rows", async () => {
    const plan = makePlan([{ addresses: ["10.0.0.9"] }, { addresses: ["10.0.0.9"] }]);
    expect(orThrow(await one.keepPlan(plan))).toMatchObject({ outcome: "addresses-held" });
  });

  it("lets a terminal keep its address from one plan to the next", async () => {
    await keep([{ serialNumber: "K1", addresses: ["10.0.1.7"], site: "quay" }]);
    const next = await keep([{ serialNumber: "K1", addresses: ["10.0.1.7"], site: "quay" }]);
    expect(orThrow(await one.listAddresses("quay"))).toMatchObject([{ planId: next.id, serialNumber: "K1" }]);
  });

  it("gives a terminal the row that names it", async () => {
    const plan = await keep([{}, { serialNumber: "0042", addresses: ["10.1.0.2"] }]);
    const got = claimed(await claim(one, plan.id, "0042", ann));
    expect(got).toMatchObject({ place: 2, serialNumber: "0042", addresses: ["10.1.0.2"], attempt: 1, by: ann });
  });

  it("gives a terminal that no row names the next free row", async () => {
    const plan = await keep([{ serialNumber: "A" }, {}, {}]);
    expect(claimed(await claim(one, plan.id, "X", ann)).place).toBe(2);
    expect(claimed(await claim(other, plan.id, "Y", ben)).place).toBe(3);
    expect(await claim(other, plan.id, "Z", ben)).toEqual({ outcome: "none-free" });
  });

  it("says that a serial number is in no row", async () => {
    const plan = await keep([{ serialNumber: "A" }]);
    expect(await claim(one, plan.id, "B", ann)).toEqual({ outcome: "unknown-serial-number" });
    expect(await claim(one, "no-such-plan", "B", ann)).toEqual({ outcome: "plan-unknown" });
  });

  it("stops at a serial number that is listed twice", async () => {
    const plan = await keep([{ serialNumber: "A" }, {}, { serialNumber: "A" }]);
    expect(await claim(one, plan.id, "A", ann)).toEqual({ outcome: "listed-twice", places: [1, 3] });
  });

  it("says who has a row, and gives it back to its bench after a crash", async () => {
    const plan = await keep([{ serialNumber: "A" }]);
    const first = claimed(await claim(one, plan.id, "A", ann));
    expect(await claim(other, plan.id, "A", ben)).toMatchObject({ outcome: "taken", by: ann, place: 1 });
    expect(await claim(other, plan.id, "A", ann)).toEqual({ outcome: "claimed", claim: first, isResumed: true });
    expect(orThrow(await other.claimsOf(north.id))).toContainEqual(first);
  });

  it("never gives one row to two benches that ask at once", async () => {
    const plan = await keep(Array.from({ length: 12 }, () => ({})));
    const wishes = Array.from({ length: 16 }, (_, index) =>
      claim(index % 2 === 0 ? one : other, plan.id, `T${index}`, index % 2 === 0 ? ann : ben),
    );
    const outcomes = await Promise.all(wishes);
    const places = outcomes.flatMap((each) => (each.outcome === "claimed" ? [each.claim.place] : []));
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(outcomes.filter(({ outcome }) => outcome === "none-free")).toHaveLength(4);
  });

  it("gives two benches that hold the same terminal at once one row, and one of them a no", async () => {
    const plan = await keep([{}, {}, {}]);
    const outcomes = await Promise.all([claim(one, plan.id, "SAME", ann), claim(other, plan.id, "SAME", ben)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["claimed", "taken"]);
    expect(orThrow(await one.readPlan(plan.id))?.counts).toMatchObject({ claimed: 1, free: 2 });
  });

  it("finishes a row once, and a terminal that is done is not done again", async () => {
    const plan = await keep([{ serialNumber: "A", addresses: ["10.2.0.2"] }]);
    const { id: claimId } = claimed(await claim(one, plan.id, "A", ann));
    const told = { claimId, at, by: ann, result: { tests: 3 } };
    expect(orThrow(await one.finishRow(told))).toEqual({ outcome: "settled", in: "register" });
    expect(orThrow(await one.finishRow(told))).toEqual({ outcome: "settled", in: "register" });
    expect(await claim(other, plan.id, "A", ben)).toEqual({ outcome: "done", place: 1, by: ann, at });
    expect(orThrow(await other.listRows({ planId: plan.id, states: ["done"] }))).toMatchObject([
      { terminal: "A", result: { tests: 3 }, attempts: 1 },
    ]);
  });

  it("keeps a stopped row and its address for its terminal, which may come again to any bench", async () => {
    const plan = await keep([{ addresses: ["10.3.0.2"] }]);
    const { id: claimId, site } = claimed(await claim(one, plan.id, "A", ann));
    orThrow(await one.stopRow({ claimId, at, by: ann, why: "no-answer", result: null }));
    expect(await claim(other, plan.id, "B", ben)).toEqual({ outcome: "none-free" });
    expect(orThrow(await other.listAddresses(site))).toMatchObject([{ serialNumber: "A" }]);
    expect(claimed(await claim(other, plan.id, "A", ben))).toMatchObject({ attempt: 2, lastStop: "no-answer" });
  });

  it("frees a released row for anybody", async () => {
    const plan = await keep([{ addresses: ["10.4.0.2"] }]);
    const { id: claimId, site } = claimed(await claim(one, plan.id, "A", ann));
    orThrow(await one.releaseRow({ claimId, at, by: ann }));
    expect(orThrow(await other.listAddresses(site))).toMatchObject([{ serialNumber: null }]);
    expect(claimed(await claim(other, plan.id, "B", ben)).place).toBe(1);
  });

  it("frees a stopped row only when a person says so", async () => {
    const plan = await keep([{}]);
    const { id: claimId } = claimed(await claim(one, plan.id, "A", ann));
    const row = { planId: plan.id, place: 1, by: ben };
    expect(orThrow(await other.reopenRow(row))).toBe(false);
    orThrow(await one.stopRow({ claimId, at, by: ann, why: "unplugged", result: null }));
    expect(orThrow(await other.reopenRow(row))).toBe(true);
    expect(claimed(await claim(other, plan.id, "B", ben)).place).toBe(1);
  });

  it("lets a person take a row over only after its lease, and notes what the old bench still tells", async () => {
    const plan = await keep([{ serialNumber: "A" }]);
    const old = claimed(await claim(one, plan.id, "A", ann));
    const wish = { planId: plan.id, place: 1, by: ben };
    expect(orThrow(await other.takeOverRow(wish))).toEqual({ outcome: "lease-runs", by: ann, until: old.leaseUntil });
    await opened.pass(16);
    expect(orThrow(await other.takeOverRow(wish))).toMatchObject({
      outcome: "claimed",
      claim: { by: ben, attempt: 2 },
    });
    const late = { claimId: old.id, at, by: ann, result: null };
    expect(orThrow(await one.finishRow(late))).toEqual({ outcome: "lost", to: ben });
    expect(orThrow(await one.listRows({ planId: plan.id }))).toMatchObject([{ state: "claimed", by: ben }]);
  });

  it("moves the lease of a bench that is at work", async () => {
    const plan = await keep([{ serialNumber: "A" }]);
    const got = claimed(await claim(one, plan.id, "A", ann));
    await opened.pass(14);
    const renewed = orThrow(await one.renewClaims(north.id));
    expect(renewed.until > got.leaseUntil).toBe(true);
    await opened.pass(14);
    const taken = orThrow(await other.takeOverRow({ planId: plan.id, place: 1, by: ben }));
    expect(taken).toMatchObject({ outcome: "lease-runs", by: ann });
  });

  it("refuses to change a row that a bench is setting, and one that somebody changed since", async () => {
    const plan = await keep([{ serialNumber: "A", addresses: ["10.5.0.2"] }]);
    const [row] = plan.rows;
    if (row === undefined) throw new Error("no row");
    const changed = { ...row, addresses: ["10.5.0.3"], content: { line: 9 } };
    const change = { planId: plan.id, revision: 1, row: changed, by: ben };
    expect(orThrow(await other.changeRow(change))).toEqual({ outcome: "changed", revision: 2 });
    expect(orThrow(await one.listAddresses(row.site))).toMatchObject([{ address: "10.5.0.3", serialNumber: "A" }]);
    expect(orThrow(await other.changeRow(change))).toEqual({ outcome: "stale", revision: 2 });
    claimed(await claim(one, plan.id, "A", ann));
    expect(orThrow(await other.changeRow({ ...change, revision: 2 }))).toEqual({ outcome: "claimed", by: ann });
  });

  it("closes a plan when nobody is at work, and frees what was not done", async () => {
    const plan = await keep([{ addresses: ["10.6.0.2"] }, { addresses: ["10.6.0.3"] }]);
    const { id: claimId, site } = claimed(await claim(one, plan.id, "A", ann));
    expect(orThrow(await other.closePlan({ planId: plan.id, by: ben }))).toMatchObject({ outcome: "at-work" });
    orThrow(await one.finishRow({ claimId, at, by: ann, result: null }));
    expect(orThrow(await other.closePlan({ planId: plan.id, by: ben }))).toEqual({ outcome: "closed" });
    expect(orThrow(await one.listAddresses(site))).toMatchObject([{ address: "10.6.0.2", serialNumber: "A" }]);
    expect(await claim(one, plan.id, "B", ann)).toEqual({ outcome: "plan-closed" });
  });

  it("does not know a claim that was never given", async () => {
    const told = { claimId: "never", at, by: ann, result: null };
    expect(orThrow(await one.finishRow(told))).toEqual({ outcome: "claim-unknown" });
  });
}
