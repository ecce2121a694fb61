// What is asked of provisioning: drafts, plans, the run, and what is printed. Loaded when it is first used.
import type { CommandName, Input, Output } from "../../contract/commands.ts";
import type { Handlers } from "../../contract/server.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { Actor } from "../../contract/register.ts";
import type { HeldRegister } from "../register/lazy-register.ts";
import { loadDescriptions } from "../load-descriptions.ts";
import { nameDescription } from "./row-profile.ts";
import { BenchNotes } from "./bench-notes.ts";
import { BenchRun, type BenchRunParts } from "./bench-run.ts";
import { changeRow, readRowCells } from "./change-row.ts";
import { describeRow } from "./describe-row.ts";
import { Drafts } from "./drafts.ts";
import { printPlan } from "./print-plan.ts";
import { fromRegisterRow } from "./register-rows.ts";
import { SlotBoard } from "./slot-board.ts";

export type ProvisioningCommand = Extract<CommandName, `provisioning.${string}`>;

export interface ProvisioningParts extends Omit<BenchRunParts, "notes" | "held" | "view" | "board"> {
  /** Where the bench keeps what is its own. */
  readonly folder: string;
}

/** Milliseconds that a question for changes waits. */
const patience = 30_000;
/** And that changes are gathered before they are told. */
const together = 100;
const noCounts = { free: 0, claimed: 0, done: 0, stopped: 0 };

type Own = Pick<Handlers, ProvisioningCommand>;

export class Provisioning {
  readonly #parts: ProvisioningParts;
  readonly #notes: BenchNotes;
  readonly #board: SlotBoard;
  readonly #drafts: Drafts;
  #run: BenchRun | null = null;
  #isStarting = false;

  constructor(parts: ProvisioningParts) {
    this.#parts = parts;
    this.#notes = new BenchNotes(parts.folder);
    this.#board = new SlotBoard(() => parts.surroundings.clock.wallTime());
    this.#drafts = new Drafts({
      notes: this.#notes,
      register: () => parts.register.open(),
      listProfiles: () => this.#listProfiles(),
    });
  }

  readonly handlers: Own = {
    "provisioning.send": async (input) => this.#drafts.send(input),
    "provisioning.import": (input) => this.#drafts.import(input),
    "provisioning.draft-rows": async (input) => this.#drafts.rows(input),
    "provisioning.remarks-sheet": (input) => this.#drafts.printRemarks(input),
    "provisioning.keep": async (input) => {
      const by = this.#act(input.operator);
      if (!by.ok) return by;
      const kept = await this.#drafts.keep(input, by.value);
      // Who keeps a plan goes on with it.
      if (kept.ok && this.#run === null && input.operator !== "") {
        await this.#notes.nameOperator(input.operator);
        this.#board.touch();
      }
      return kept;
    },
    "provisioning.plans": () => this.#listPlans(),
    "provisioning.rows": (input) => this.#listRows(input),
    "provisioning.close": (input) => this.#close(input),
    "provisioning.reopen": (input) => this.#reopen(input),
    "provisioning.row-cells": async (input) => readRowCells(await this.#parts.register.open(), input),
    "provisioning.change-row": async ({ operator, ...input }) => {
      const by = this.#act(operator);
      if (!by.ok) return by;
      const register = await this.#parts.register.open();
      return changeRow({ register, by: by.value, profiles: await this.#listProfiles() }, { operator, ...input });
    },
    "provisioning.name-slot": async ({ slot, name }) => {
      await this.#notes.nameSlot(slot, name);
      if (this.#board.find(slot) !== null) this.#board.set(slot, { name });
      return succeed({});
    },
    "provisioning.name-bench": async ({ name }) => {
      const named = this.#parts.register.nameBench(name);
      return named.ok ? succeed({}) : named;
    },
    "provisioning.start": (input) => this.#start(input),
    "provisioning.pause": async () => this.#withRun((run) => run.pause()),
    "provisioning.resume": async () => this.#withRun((run) => run.resume()),
    "provisioning.end": async () => {
      const run = this.#run;
      if (run === null) return fail(makeFailure("run-idle"));
      await run.end();
      this.#run = null;
      this.#board.clear();
      return succeed({});
    },
    "provisioning.retry": async ({ slot }) => this.#run?.retry(slot) ?? fail(makeFailure("run-idle")),
    "provisioning.scan": async (input) => this.#run?.scan(input) ?? fail(makeFailure("run-idle")),
    "provisioning.operator": async ({ operator }) => {
      await this.#notes.nameOperator(operator);
      this.#run?.relieve(operator);
      return succeed({});
    },
    "provisioning.status": async () => succeed(await this.#describe()),
    "provisioning.changes": async ({ number }, call) => {
      const signal = AbortSignal.any([call.signal, AbortSignal.timeout(patience)]);
      if (number !== null) {
        await this.#board.awaitChange(number, signal);
        // Thirty-two slots change a hundred times a second: they are told together.
        await this.#parts.surroundings.clock.delay(together, call.signal).catch(() => undefined);
      }
      const since = this.#board.since(number ?? this.#board.number);
      return succeed({ number: this.#board.number, ...since, run: await this.#describe() });
    },
    "provisioning.print": async (input) =>
      printPlan(await this.#parts.register.open(), input, this.#parts.surroundings.clock),
  };

  /** Whatever is being written is finished. */
  async close(): Promise<void> {
    await this.#run?.end();
    this.#run = null;
  }

  async #start(terms: Input<"provisioning.start">): Promise<Result<Output<"provisioning.start">>> {
    if (this.#run !== null || this.#isStarting) return fail(makeFailure("run-active"));
    this.#isStarting = true;
    try {
      const held = await this.#parts.register.hold(() => this.#board.touch());
      const run = await this.#prepare(terms, held);
      if (!run.ok) {
        await held.release();
        return run;
      }
      this.#board.clear();
      this.#run = run.value;
      await this.#run.start();
      return succeed({});
    } finally {
      this.#isStarting = false;
    }
  }

  async #prepare(terms: Input<"provisioning.start">, held: HeldRegister): Promise<Result<BenchRun>> {
    const view = (terms.dryRun ? this.#drafts.lookAt(terms.plan) : null) ?? held.register;
    const plan = await view.readPlan(terms.plan);
    if (!plan.ok) return plan;
    if (plan.value === null || plan.value.isClosed) return fail(makeFailure("plan-not-kept", { plan: terms.plan }));
    const actor = this.#act(terms.operator);
    if (!actor.ok) return actor;
    await this.#notes.nameOperator(terms.operator);
    const parts = { ...this.#parts, notes: this.#notes, held, view, board: this.#board };
    return succeed(new BenchRun(parts, { terms, plan: plan.value, actor: actor.value }));
  }

  async #listProfiles(): Promise<readonly string[]> {
    const all = await loadDescriptions(this.#parts.descriptions);
    return all.map(({ source }) => nameDescription({ description: source }) ?? source);
  }

  #withRun(job: (run: BenchRun) => void): Result<Record<string, never>> {
    if (this.#run === null) return fail(makeFailure("run-idle"));
    job(this.#run);
    return succeed({});
  }

  #act(operator: string): Result<Actor> {
    const found = this.#parts.register.findActor();
    return found.ok ? succeed({ ...found.value, operator }) : found;
  }

  async #describe(): Promise<Output<"provisioning.status">> {
    const slots = [...this.#board.list()];
    if (this.#run !== null) return { ...this.#run.describe(), slots };
    const { operator } = await this.#notes.read();
    const found = this.#parts.register.findActor();
    const bench = found.ok ? found.value.bench.name : "";
    const nothing = { plan: null, name: null, state: "idle" as const, isDryRun: false };
    return { ...nothing, operator, bench, counts: noCounts, slots, weakHubs: [], warning: null };
  }

  async #listPlans(): Promise<Result<Output<"provisioning.plans">>> {
    const listed = await (await this.#parts.register.open()).listPlans();
    if (!listed.ok) return listed;
    return succeed({ plans: listed.value.map(({ id, by, ...plan }) => ({ plan: id, ...plan, by: nameActor(by) })) });
  }

  async #listRows({
    plan,
    states,
    after,
    limit,
  }: Input<"provisioning.rows">): Promise<Result<Output<"provisioning.rows">>> {
    const register = await this.#parts.register.open();
    const listed = await register.listRows({ planId: plan, after, limit, ...(states !== undefined && { states }) });
    if (!listed.ok) return listed;
    const rows: Output<"provisioning.rows">["rows"][number][] = [];
    for (const kept of listed.value) {
      const row = fromRegisterRow(kept);
      if (!row.ok) return row;
      const { state, terminal, by, at, attempts, why } = kept;
      rows.push({
        ...describeRow(row.value),
        state,
        terminal,
        by: by === null ? null : nameActor(by),
        at,
        attempts,
        why,
      });
    }
    return succeed({ rows });
  }

  async #close({ plan, operator }: Input<"provisioning.close">): Promise<Result<Output<"provisioning.close">>> {
    const register = await this.#parts.register.open();
    const by = this.#act(operator);
    if (!by.ok) return by;
    const closed = await register.closePlan({ planId: plan, by: by.value });
    if (!closed.ok) return closed;
    if (closed.value.outcome === "plan-unknown") return fail(makeFailure("plan-not-kept", { plan }));
    return closed.value.outcome === "at-work" ? fail(makeFailure("run-active")) : succeed({});
  }

  async #reopen(input: Input<"provisioning.reopen">): Promise<Result<Output<"provisioning.reopen">>> {
    const { plan: planId, place, operator } = input;
    const by = this.#act(operator);
    if (!by.ok) return by;
    const reopened = await (await this.#parts.register.open()).reopenRow({ planId, place, by: by.value });
    return reopened.ok ? succeed({}) : reopened;
  }
}

function nameActor({ bench, operator }: Actor): { readonly bench: string; readonly operator: string } {
  return { bench: bench.name, operator };
}
