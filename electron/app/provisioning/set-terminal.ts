// One terminal on one slot, from its port to the end of its row:
//
//   connect -> read (+ settle what was cut off) -> who is it -> claim its row -> plan -> safe push with tests -> finish the row
//                                                    \-- scanned as another, unknown, twice: nothing is changed
//
// The answer says what becomes of the slot; the row is told by itself: done, stopped, free again, or still this bench's when
// the terminal is to come back.
import type { Output } from "../../contract/commands.ts";
import type { RowResult, Slot, SlotStep } from "../../contract/provisioning.ts";
import type { Call, Emit } from "../../contract/server.ts";
import { defaultLine } from "../../core/bytes/byte-port.ts";
import type { Reading, Stage, Task } from "../../core/dialects/dialect.ts";
import { type Failure, FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type PlanRow, printRowAddress } from "../../core/provisioning/plan-row.ts";
import { type RowWish, wishFor } from "../../core/provisioning/row-assignments.ts";
import { connectTerminal } from "../connect-terminal.ts";
import { planChanges } from "../plan-changes.ts";
import { pushPlan } from "../push-plan.ts";
import { findInterrupted } from "../records/kept-push.ts";
import { describeTerminal } from "../records/pushed-terminal.ts";
import { type Noting, notePushed, noteReading } from "../register/note-terminals.ts";
import { resumePush } from "../resume-push.ts";
import type { OpenSession } from "../sessions.ts";
import { type Claimed, claimFor } from "./claim.ts";
import type { RunContext } from "./run-parts.ts";

export type SetOutcome =
  | { readonly kind: "done"; readonly outcome: "confirmed" | "unchanged" }
  | { readonly kind: "failed"; readonly failure: Failure };

type Change = Partial<Omit<Slot, "slot" | "since">>;

/** What this slot shows, and what was scanned for it. */
export interface SlotHandle {
  readonly slot: string;
  readonly port: string;
  /** Now: the scanner may come later than the cable. */
  readonly scanned: () => string | null;
  readonly show: (change: Change) => void;
}

/** What cannot be noted holds nothing up; the run's own register says when it cannot be reached. */
const silence = { emit: () => undefined };

/** More than any restart or loose cable explains. */
const mostTries = 4;
const revertSeconds = 90;

export async function setTerminal(context: RunContext, handle: SlotHandle): Promise<SetOutcome> {
  const { parts, terms, signal } = context;
  handle.show({ state: "working", waitsFor: null, step: "recognising", failure: null, outcome: null });
  const emit: Emit = (event, data) => {
    if (event === "stage" && "stage" in data) showStage(handle, data.stage as Stage);
  };
  const call: Call = { signal, emit };
  const { login, become, becomePassword, family, timeoutSeconds, baudRate } = terms;
  const line = { ...defaultLine, baudRate };
  const wanted = { port: handle.port, line, family, login, become, becomePassword, timeoutSeconds };
  const connected = await connectTerminal(parts, wanted, call);
  if (!connected.ok) return { kind: "failed", failure: connected.failure };
  const { session } = connected.value;
  try {
    const set = await parts.sessions.use(session, (open) =>
      new TerminalWork({ context, handle, open, task: { signal, onStage: (stage) => showStage(handle, stage) } }).run(),
    );
    return set.ok ? { kind: "done", outcome: set.value } : { kind: "failed", failure: set.failure };
  } catch (error) {
    // One failing terminal never stops the others.
    const failure = error instanceof FailureError ? error.failure : makeFailure("internal", { reason: "provisioning" });
    return { kind: "failed", failure };
  } finally {
    await parts.sessions.close(session);
  }
}

const stepsOfStages: Partial<Readonly<Record<Stage, SlotStep>>> = {
  reading: "reading",
  arming: "pushing",
  writing: "pushing",
  verifying: "pushing",
  "rolling-back": "pushing",
  testing: "testing",
  confirming: "confirming",
};

function showStage(handle: SlotHandle, stage: Stage): void {
  const step = stepsOfStages[stage];
  if (step !== undefined) handle.show({ step });
}

interface WorkParts {
  readonly context: RunContext;
  readonly handle: SlotHandle;
  readonly open: OpenSession;
  readonly task: Task;
}

class TerminalWork {
  readonly #parts: WorkParts;
  readonly #startedAt: string;
  /** Whether this run took the claim now, so that nothing but it knows of it. */
  #claimed: Claimed | null = null;

  constructor(parts: WorkParts) {
    this.#parts = parts;
    this.#startedAt = this.#now();
  }

  async run(): Promise<Result<"confirmed" | "unchanged">> {
    const { context, handle } = this.#parts;
    const read = await this.#read();
    if (!read.ok) return read;
    const who = this.#identify(read.value);
    if (!who.ok) {
      await this.#dropScan();
      return who;
    }
    const serialNumber = who.value;
    handle.show({ step: "claiming", serialNumber, model: read.value.terminal.model });
    const elsewhere = context.owners.get(serialNumber) ?? handle.slot;
    if (elsewhere !== handle.slot && context.board.find(elsewhere)?.state === "working")
      return fail(makeFailure("serial-on-two-slots", { serialNumber, slot: elsewhere }));
    context.owners.set(serialNumber, handle.slot);
    const claimed = await claimFor(context, serialNumber);
    if (!claimed.ok) return claimed;
    this.#claimed = claimed.value;
    context.scans.delete(handle.slot);
    const { row, isDone } = claimed.value;
    handle.show({ place: row.line, site: row.settings.site ?? null, address: printRowAddress(row), scanned: null });
    return isDone ? succeed("unchanged") : this.#set(row, serialNumber, read.value);
  }

  /** What was cut off on this terminal, on this PC, is settled first. */
  async #read(): Promise<Result<Reading>> {
    const { context, open, task, handle } = this.#parts;
    handle.show({ step: "reading" });
    const read = await open.dialect.read(task);
    if (!read.ok) return read;
    open.reading = read.value;
    if (!context.terms.dryRun) await noteReading(this.#noting(), { reading: read.value, port: open.port }, silence);
    const { records } = context.parts;
    const cutOff = findInterrupted(records, describeTerminal(read.value, open.port));
    if (!cutOff.ok || cutOff.value === null || context.terms.dryRun) return read;
    const resumed = await resumePush({ open, records }, { accept: false }, task);
    if (!resumed.ok) return resumed;
    const again = await open.dialect.read(task);
    if (again.ok) open.reading = again.value;
    return again;
  }

  /** The terminal's own word counts; the scanner's where it says nothing. */
  #identify({ terminal }: Reading): Result<string> {
    const scanned = this.#parts.handle.scanned();
    const reported = terminal.serialNumber?.trim() || null;
    if (reported !== null && scanned !== null && reported !== scanned)
      return fail(makeFailure("serial-differs", { scanned, reported }));
    const serialNumber = reported ?? scanned;
    return serialNumber === null ? fail(makeFailure("serial-untold")) : succeed(serialNumber);
  }

  async #set(row: PlanRow, serialNumber: string, reading: Reading): Promise<Result<"confirmed" | "unchanged">> {
    const { context, handle, open, task } = this.#parts;
    const wish = wishFor(row, reading);
    handle.show({ step: "planning", exceptions: [...wish.exceptions] });
    if (wish.interface === null) {
      const wanted = row.interface ?? row.settings.interfaces[0]?.kind ?? "-";
      return this.#leave({ failure: makeFailure("interface-unmatched", { wanted }), wish, reading, pushed: null });
    }
    const planned = await planChanges(open, { set: wish.set, fix: false }, task);
    if (!planned.ok) return this.#leave({ failure: planned.failure, wish, reading, pushed: null });
    const { changes, refusedBy, digest, tests = [] } = planned.value;
    handle.show({ changes: [...changes] });
    if (context.terms.dryRun) return succeed("unchanged");
    if (changes.length === 0) return this.#finish({ outcome: "unchanged", wish, reading, pushed: null });
    if (refusedBy.length > 0) {
      const failure = makeFailure("rules-refuse", { rule: refusedBy.join(", ") });
      return this.#leave({ failure, wish, reading, pushed: null });
    }
    const differs = this.#judgeScan(serialNumber);
    if (differs !== null) return this.#leave({ failure: differs, wish, reading, pushed: null });
    const tries = (context.tries.get(serialNumber) ?? 0) + 1;
    context.tries.set(serialNumber, tries);
    if (tries > mostTries) {
      const failure = makeFailure("row-keeps-failing", { tries: mostTries });
      return this.#leave({ failure, wish, reading, pushed: null });
    }
    handle.show({ step: "pushing" });
    const required = context.terms.tests ? tests.map(({ required: must }) => must) : [];
    const request = { digest, override: false, revertSeconds, planned: required, tests: [] };
    // Whoever ends the run does not leave a terminal half set.
    const held: Task = { ...task, signal: new AbortController().signal };
    const pushed = await pushPlan({ open, records: context.parts.records }, request, {
      ...held,
      onArmed: () => undefined,
      onTested: () => handle.show({ step: "testing" }),
    });
    if (!pushed.ok) return this.#leave({ failure: pushed.failure, wish, reading, pushed: null });
    await notePushed(this.#noting(), { found: { reading, port: open.port }, pushed: pushed.value }, silence);
    const { outcome, failure } = pushed.value;
    if (outcome === "confirmed" || outcome === "unchanged")
      return this.#finish({ outcome, wish, reading, pushed: pushed.value });
    const why = failure ?? makeFailure("push-rolled-back", { step: outcome });
    return this.#leave({ failure: why, wish, reading, pushed: pushed.value });
  }

  /** By whoever works this shift. */
  #noting(): Noting {
    const { context } = this.#parts;
    return { ...context.parts.register.noting(), findActor: () => succeed(context.actor()), keep: context.keep };
  }

  /** A label that was scanned while the terminal was at work. */
  #judgeScan(reported: string): Failure | null {
    const scanned = this.#parts.handle.scanned();
    return scanned === null || scanned === reported ? null : makeFailure("serial-differs", { scanned, reported });
  }

  /** The row of the label that was scanned for this slot is free again: its terminal is not here. */
  async #dropScan(): Promise<void> {
    const { context, handle } = this.#parts;
    const scan = context.scans.get(handle.slot);
    context.scans.delete(handle.slot);
    if (scan !== undefined)
      await context.register.releaseRow({ claimId: scan.claimId, at: this.#now(), by: context.actor() });
  }

  async #finish(ending: Finished): Promise<Result<"confirmed" | "unchanged">> {
    const { context, handle } = this.#parts;
    handle.show({ step: "reporting" });
    const claim = this.#claimed?.claim ?? null;
    if (claim === null) return succeed(ending.outcome);
    const result = this.#report(ending, null);
    const settled = await context.register.finishRow({
      claimId: claim.id,
      at: result.endedAt,
      by: context.actor(),
      result,
    });
    if (!settled.ok) return settled;
    if (settled.value.outcome !== "lost") return succeed(ending.outcome);
    const bench = settled.value.to?.bench.name ?? "-";
    return fail(makeFailure("row-lost", { serialNumber: claim.serialNumber, bench }));
  }

  /** The row is stopped, unless the terminal is expected back: then it stays this bench's. */
  async #leave(left: Left): Promise<Result<never>> {
    const { context } = this.#parts;
    const claim = this.#claimed?.claim ?? null;
    if (claim === null || isExpectedBack(left.failure)) return fail(left.failure);
    const settlement = { claimId: claim.id, at: this.#now(), by: context.actor() };
    // Nothing was written: a row for whichever terminal comes next is for the next one again.
    const isUntouched = left.pushed === null || left.pushed.outcome === "refused";
    const wasFree = this.#claimed?.row.serialNumber === null;
    const told =
      isUntouched && wasFree
        ? await context.register.releaseRow(settlement)
        : await context.register.stopRow({
            ...settlement,
            result: this.#report({ ...left, outcome: "stopped" }, left.failure),
            why: left.failure.code,
          });
    return told.ok ? fail(left.failure) : told;
  }

  #report({ outcome, wish, reading, pushed }: Reported, failure: Failure | null): RowResult {
    const { terminal } = reading;
    const row = this.#claimed?.row;
    return {
      outcome,
      serialNumber: terminal.serialNumber ?? this.#claimed?.claim?.serialNumber ?? null,
      model: terminal.model,
      firmware: terminal.firmware,
      slot: this.#parts.handle.slot,
      address: row === undefined ? null : printRowAddress(row),
      changes: pushed?.plan.changes ?? [],
      tests: pushed?.tests ?? [],
      exceptions: wish.exceptions,
      push: pushed?.id ?? null,
      failure,
      startedAt: this.#startedAt,
      endedAt: this.#now(),
    };
  }

  #now(): string {
    return new Date(this.#parts.context.parts.surroundings.clock.wallTime()).toISOString();
  }
}

interface Ended {
  readonly wish: RowWish;
  readonly reading: Reading;
  readonly pushed: Output<"plan.push"> | null;
}
interface Finished extends Ended {
  readonly outcome: "confirmed" | "unchanged";
}
interface Reported extends Ended {
  readonly outcome: RowResult["outcome"];
}
interface Left extends Ended {
  readonly failure: Failure;
}

const restarting: readonly Failure["code"][] = ["terminal-restarted", "still-booting"];
const unplugged: readonly Failure["code"][] = ["port-lost", "port-missing", "stream-closed", "state-unknown"];

/** The 24-hour restart, or a loss of power. */
export function isRestarting({ code }: Failure): boolean {
  return restarting.includes(code);
}

/** The cable was pulled, or the terminal went away in the middle. */
export function isUnplugged({ code }: Failure): boolean {
  return unplugged.includes(code);
}

function isExpectedBack(failure: Failure): boolean {
  return isRestarting(failure) || isUnplugged(failure) || failure.code === "cancelled";
}
