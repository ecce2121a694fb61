// One push between its record and its end: the terminal is held, every step is on the disk before it is done.
import type { Result } from "../../core/failures/result.ts";
import { fail, succeed } from "../../core/failures/result.ts";
import { type Failure, FailureError, makeFailure } from "../../core/failures/failure.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { PushJournal, PushState } from "../../core/push/journal.ts";
import type { Pushed } from "../../core/push/end-push.ts";
import type { HistoryEntry } from "../../contract/history.ts";
import {
  type BegunPush,
  endPush,
  findOpen,
  insertPush,
  insertTransition,
  loadOpen,
  type OpenPush,
  replaceBasis,
} from "./push-log.ts";
import type { PushedTerminal } from "./pushed-terminal.ts";
import type { Records } from "./records.ts";
import { forgetHold, isTerminalHeld, removeHold, takeHold } from "./terminal-hold.ts";

/** Failures: `push-interrupted`, `terminal-busy`, and those of the records. Then nothing was begun. */
export async function beginPush(records: Records, begun: BegunPush): Promise<Result<KeptPush>> {
  const written = await records.writeSoon((database): Failure | null => {
    const open = findOpen(database, begun.terminal);
    if (isTerminalHeld(database, begun.terminal)) return makeFailure("terminal-busy");
    if (open !== null) return nameInterrupted(open);
    insertPush(records, database, begun);
    takeHold(database, begun.terminal, begun.id);
    return null;
  });
  if (!written.ok) return written;
  return written.value === null ? succeed(new KeptPush(records, begun.id, "begun")) : fail(written.value);
}

export interface TakenUp {
  readonly kept: KeptPush;
  readonly entry: OpenPush;
}

/** Takes up what was cut off on this terminal; null when nothing was. Failures as of `beginPush`. */
export function takeUpPush(records: Records, terminal: PushedTerminal): Result<TakenUp | null> {
  const found = records.read((database) => findOpen(database, terminal));
  if (!found.ok) return found;
  if (found.value === null) return succeed(null);
  const { id } = found.value;
  const taken = records.write((database) => {
    // Another instance may have settled it since.
    const open = findOpen(database, terminal);
    if (open?.id !== id) return null;
    return takeHold(database, terminal, id) ? loadOpen(database, id) : makeFailure("terminal-busy");
  });
  if (!taken.ok) return taken;
  const entry = taken.value;
  if (entry === null) return succeed(null);
  return "code" in entry ? fail(entry) : succeed({ entry, kept: new KeptPush(records, id, entry.state) });
}

/** What was cut off on this terminal, unless it is under way just now. */
export function findInterrupted(records: Records, terminal: PushedTerminal): Result<HistoryEntry | null> {
  return records.read((database) => (isTerminalHeld(database, terminal) ? null : findOpen(database, terminal)));
}

export function nameInterrupted({ id, at }: HistoryEntry): Failure {
  return makeFailure("push-interrupted", { id, when: at });
}

export class KeptPush implements PushJournal {
  readonly id: string;
  readonly #records: Records;
  #state: PushState;
  /** Written with the next step: nothing is done on the terminal before that. */
  #newBasis: Reading | null = null;

  constructor(records: Records, id: string, state: PushState) {
    this.id = id;
    this.#records = records;
    this.#state = state;
  }

  /** The last step that was recorded. */
  get state(): PushState {
    return this.#state;
  }

  readonly record: PushJournal["record"] = async (transition) => {
    // `beginPush` has said so.
    if (transition.state === "begun" && this.#state === "begun") return;
    const basis = this.#newBasis;
    const { id } = this;
    const written = await this.#records.writeSoon((database) => {
      if (basis !== null) replaceBasis(database, id, basis);
      insertTransition(this.#records, database, { id, transition });
    });
    if (!written.ok) throw new FailureError(written.failure);
    this.#newBasis = null;
    this.#state = transition.state;
  };

  /** The reading from just before the first change takes the place of the older one that the plan was made from. */
  refreshBasis(reading: Reading): void {
    if (this.#state === "begun") this.#newBasis = reading;
  }

  /** Lets go of the terminal, also when the end cannot be recorded; false then. */
  async end(pushed: Pick<Pushed, "outcome" | "tests" | "failure">): Promise<boolean> {
    const { id } = this;
    const why = pushed.failure === null ? null : nameFailure(pushed.failure);
    const ended = await this.#records.writeSoon((database) => {
      const { outcome, tests } = pushed;
      endPush(this.#records, database, { id, ending: { outcome, tests, why } });
      removeHold(database, id);
    });
    if (ended.ok) forgetHold(id);
    else this.release();
    return ended.ok;
  }

  release(): void {
    forgetHold(this.id);
    // A row that stays binds nobody: see terminal-hold.ts.
    this.#records.write((database) => removeHold(database, this.id));
  }
}

function nameFailure({ code, details }: Failure): string {
  const step = details["step"] ?? details["cause"];
  return step === undefined || step === null ? code : `${code}: ${String(step)}`;
}
