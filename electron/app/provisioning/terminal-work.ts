// One terminal that answers, from its reading to the end of its row:
//
//   read (+ settle what was cut off) -> who is it -> claim its row -> plan -> safe push with tests -> finish the row
//                                       |             \-- names another description: it is to be spoken to with that one
//                                       \-- scanned as another, unknown, twice: nothing is changed
//
// The row is told by itself: done, stopped, free again, or still this bench's when the terminal is to come back.
import type { Planned } from "../../contract/planned.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { Task } from "../../core/dialects/task.ts";
import { type Failure, FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type PlanRow, printRowAddress } from "../../core/provisioning/plan-row.ts";
import { type RowWish, wishFor } from "../../core/provisioning/row-assignments.ts";
import { planChanges } from "../plan-changes.ts";
import { pushPlan } from "../push-plan.ts";
import { findInterrupted } from "../records/kept-push.ts";
import { describeTerminal } from "../records/pushed-terminal.ts";
import { type Noting, notePushed, noteReading } from "../register/note-terminals.ts";
import { resumePush } from "../resume-push.ts";
import type { OpenSession } from "../sessions.ts";
import { type Claimed, claimFor } from "./claim.ts";
import { type Finished, finishRow, leaveRow, type RowAtHand, tellTime } from "./end-row.ts";
import { identify } from "./identify.ts";
import { refuseRow } from "./refuse-row.ts";
import { nameDescription } from "./row-profile.ts";
import type { RunContext } from "./run-parts.ts";
import type { SlotHandle } from "./slot-handle.ts";

/** What cannot be noted holds nothing up; the run's own register says when it cannot be reached. */
const silence = { emit: () => undefined };

/** More than any restart or loose cable explains. */
const mostTries = 4;
const revertSeconds = 90;

/** How a terminal is to be spoken to. */
export interface Speech {
  /** The description's name; null: it is recognised. */
  readonly profile: string | null;
  /** What was found out before it was spoken to in this way; null: nothing. */
  readonly met: TerminalWork | null;
}

interface WorkParts {
  readonly context: RunContext;
  readonly handle: SlotHandle;
  readonly open: OpenSession;
  readonly task: Task;
  readonly speech: Speech;
}

interface Pushing {
  readonly digest: string;
  readonly tests: NonNullable<Planned["tests"]>;
  readonly wish: RowWish;
  readonly reading: Reading;
}

export class TerminalWork {
  readonly #parts: WorkParts;
  readonly #startedAt: string;
  #claimed: Claimed | null = null;
  #met: { readonly serialNumber: string; readonly reading: Reading } | null = null;

  constructor(parts: WorkParts) {
    this.#parts = parts;
    this.#startedAt = tellTime(parts.context);
  }

  get hasClaimed(): boolean {
    return this.#claimed !== null;
  }

  get serialNumber(): string {
    return this.#met?.serialNumber ?? "-";
  }

  /** Nothing was planned; says why it ends. */
  async leaveUnset(failure: Failure): Promise<Failure> {
    if (this.#met === null) return failure;
    const nothing = { wish: { exceptions: [] }, reading: this.#met.reading, pushed: null };
    const left = await leaveRow(this.#hand, { ...nothing, failure });
    return left.ok ? failure : left.failure;
  }

  async run(): Promise<Result<"confirmed" | "unchanged" | "planned" | Speech>> {
    const { context, handle, open, speech } = this.#parts;
    const read = await this.#read();
    if (!read.ok) return read;
    // The terminal's own word counts; the scanner's where it says nothing.
    const who = identify(read.value.terminal.serialNumber?.trim() || null, handle.scanned());
    if (!who.ok) {
      await this.#dropScan();
      return who;
    }
    const serialNumber = who.value;
    this.#met = { serialNumber, reading: read.value };
    const before = speech.met?.serialNumber ?? serialNumber;
    if (before !== serialNumber)
      return fail(makeFailure("serial-differs", { scanned: before, reported: serialNumber }));
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
    if (isDone) return succeed("unchanged");
    const { profile } = row;
    const isOther = profile !== null && profile !== speech.profile && profile !== nameDescription(open.dialect);
    if (isOther && speech.met === null) return succeed({ profile, met: this });
    return this.#set(row, serialNumber, read.value);
  }

  get #hand(): RowAtHand {
    const { context, handle } = this.#parts;
    return { context, slot: handle.slot, claimed: this.#claimed, startedAt: this.#startedAt };
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

  async #set(
    row: PlanRow,
    serialNumber: string,
    reading: Reading,
  ): Promise<Result<"confirmed" | "unchanged" | "planned">> {
    const { context, handle, open, task } = this.#parts;
    const wish = wishFor(row, reading);
    handle.show({ step: "planning", exceptions: [...wish.exceptions] });
    if (wish.interface === null) {
      const wanted = row.interface ?? row.settings.interfaces[0]?.kind ?? "-";
      return leaveRow(this.#hand, {
        failure: makeFailure("interface-unmatched", { wanted }),
        wish,
        reading,
        pushed: null,
      });
    }
    const planned = await planChanges(open, { set: wish.set, fix: false }, task);
    if (!planned.ok) return leaveRow(this.#hand, { failure: planned.failure, wish, reading, pushed: null });
    const { changes, refusedBy, findingsAfter, digest, tests = [] } = planned.value;
    handle.show({ changes: [...changes] });
    if (changes.length === 0)
      return context.terms.dryRun
        ? succeed("unchanged")
        : this.#finish({ outcome: "unchanged", wish, reading, pushed: null });
    if (refusedBy.length > 0) {
      const wrong = findingsAfter.filter(({ rule, severity }) => severity === "error" && refusedBy.includes(rule));
      const failure = refuseRow(row.line, wrong);
      return leaveRow(this.#hand, { failure, wish, reading, pushed: null });
    }
    if (context.terms.dryRun) return succeed("planned");
    const differs = this.#judgeScan(serialNumber);
    if (differs !== null) return leaveRow(this.#hand, { failure: differs, wish, reading, pushed: null });
    const tries = (context.tries.get(serialNumber) ?? 0) + 1;
    context.tries.set(serialNumber, tries);
    if (tries > mostTries) {
      const failure = makeFailure("row-keeps-failing", { tries: mostTries });
      return leaveRow(this.#hand, { failure, wish, reading, pushed: null });
    }
    return this.#push({ digest, tests, wish, reading });
  }

  async #push({ digest, tests, wish, reading }: Pushing): Promise<Result<"confirmed" | "unchanged">> {
    const { context, handle, open, task } = this.#parts;
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
    if (!pushed.ok) return leaveRow(this.#hand, { failure: pushed.failure, wish, reading, pushed: null });
    await notePushed(this.#noting(), { found: { reading, port: open.port }, pushed: pushed.value }, silence);
    const { outcome, failure } = pushed.value;
    if (outcome === "confirmed" || outcome === "unchanged") {
      const finished = await this.#finish({ outcome, wish, reading, pushed: pushed.value });
      if (finished.ok) await this.#noteAfter();
      return finished;
    }
    const why = failure ?? makeFailure("push-rolled-back", { step: outcome });
    return leaveRow(this.#hand, { failure: why, wish, reading, pushed: pushed.value });
  }

  /** What it has now, for whoever compares or replaces it later; its row is done whether or not it still answers. */
  async #noteAfter(): Promise<void> {
    const { open, task } = this.#parts;
    try {
      const read = await open.dialect.read({ ...task, onStage: () => undefined });
      if (read.ok) await noteReading(this.#noting(), { reading: read.value, port: open.port }, silence);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
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

  /** The row of the label that was scanned for this slot is free again: its terminal is not here; unless it is elsewhere. */
  async #dropScan(): Promise<void> {
    const { context, handle } = this.#parts;
    const scan = context.scans.get(handle.slot);
    context.scans.delete(handle.slot);
    if (scan === undefined) return;
    const there = context.board.find(context.owners.get(scan.serialNumber) ?? "");
    const isElsewhere = there?.serialNumber === scan.serialNumber && there.state !== "stop";
    if (!isElsewhere)
      await context.register.releaseRow({ claimId: scan.claimId, at: tellTime(context), by: context.actor() });
  }

  #finish(ending: Finished): Promise<Result<"confirmed" | "unchanged">> {
    this.#parts.handle.show({ step: "reporting" });
    return finishRow(this.#hand, ending);
  }
}
