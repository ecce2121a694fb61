// A past push on the terminal that is connected now -> the plan that takes it back, pushed like any other.
import type { Output } from "../contract/commands.ts";
import type { HistoryEntry } from "../contract/history.ts";
import type { Reading } from "../core/dialects/dialect.ts";
import type { Task } from "../core/dialects/task.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { makePlan } from "../core/plans/make-plan.ts";
import { describeDifference, verifyFields } from "../core/push/verify-fields.ts";
import { type Assignment, parseAssignment } from "../core/settings/assignment.ts";
import { type Change, nameField } from "../core/settings/change.ts";
import { findPush, listPushes } from "./records/push-log.ts";
import { describeTerminal, isSameTerminal, type PushedTerminal } from "./records/pushed-terminal.ts";
import type { Records } from "./records/records.ts";
import { isHidden } from "./records/without-secrets.ts";
import { keepPlan, type OpenSession } from "./sessions.ts";

/** Pushes looked through for the latest one on this terminal. */
const mostSearched = 10_000;

export interface UndoRequest {
  /** Null: the latest one that was confirmed on this terminal. */
  readonly push: string | null;
  /** Also when the settings are no longer what it left. */
  readonly insist: boolean;
}

export async function planUndo(
  { open, records }: { readonly open: OpenSession; readonly records: Records },
  { push, insist }: UndoRequest,
  task: Task,
): Promise<Result<Output<"history.undo-plan">>> {
  const reading = await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  open.plans.clear();
  const entry = findUndone(records, push, describeTerminal(reading.value, open.port));
  if (!entry.ok) return entry;
  const { changes } = entry.value;
  const moved = insist ? null : findMoved(reading.value, changes);
  if (moved !== null) return fail(makeFailure("undo-moved-on", { changed: moved }));
  const wanted = assign(changes, ({ from }) => from);
  if (!wanted.ok) return wanted;
  const plan = makePlan(reading.value, reading.value.terminal, { assignments: wanted.value });
  if (!plan.ok) return plan;
  const planned = keepPlan(open, plan.value);
  open.undone.set(plan.value.digest, entry.value.id);
  return succeed({ undoes: entry.value.id, plan: planned });
}

function findUndone(records: Records, id: string | null, terminal: PushedTerminal): Result<HistoryEntry> {
  const found = records.read((database) =>
    id === null ? findLatest(listPushes(database, mostSearched), terminal) : findPush(database, id),
  );
  if (!found.ok) return found;
  const entry = found.value;
  if (entry?.outcome !== "confirmed") return fail(makeFailure("push-unknown", { id: id ?? "" }));
  if (isSameTerminal(entry.terminal, terminal)) return succeed(entry);
  const { serialNumber, macs, port } = entry.terminal;
  return fail(makeFailure("other-terminal", { id: entry.id, serialNumber: serialNumber ?? macs[0] ?? port }));
}

/** Neither one that was taken back already nor one that took another back: undoing twice goes one step further back. */
function findLatest(pushes: readonly HistoryEntry[], terminal: PushedTerminal): HistoryEntry | null {
  const own = pushes.filter((each) => each.outcome === "confirmed" && isSameTerminal(each.terminal, terminal));
  const undone = new Set(own.map(({ undoes }) => undoes));
  return own.find(({ id, undoes }) => undoes === null && !undone.has(id)) ?? null;
}

/** What the terminal keeps or runs in place of what the push left; null when it is all there. */
function findMoved(reading: Reading, changes: readonly Change[]): string | null {
  const left = assign(changes, ({ to }) => to);
  const missing = left.ok ? makePlan(reading, reading.terminal, { assignments: left.value }) : left;
  if (!missing.ok) return missing.failure.code;
  const isKept = missing.value.changes.length === 0;
  const runs = verifyFields(changes, reading).every(({ verdict }) => verdict === "applied");
  return isKept && runs ? null : describeDifference(changes, reading);
}

/** One side of the changes as assignments. With DHCP, address and gateway come from the server and are not assigned. */
function assign(changes: readonly Change[], choose: (change: Change) => string | null): Result<readonly Assignment[]> {
  const leased = new Set(
    changes.filter((each) => each.field === "ipv4.method" && choose(each) === "dhcp").map((each) => each.interface),
  );
  const assignments: Assignment[] = [];
  for (const change of changes) {
    const { interface: name, field } = change;
    if (leased.has(name) && (field === "ipv4.address" || field === "ipv4.gateway")) continue;
    const value = choose(change);
    const path = nameField(change);
    const parsed = isHidden(change) ? null : parseAssignment(`${path}=${value ?? ""}`);
    if (!parsed?.ok) return fail(makeFailure("undo-impossible", { field: path }));
    assignments.push(parsed.value);
  }
  return succeed(assignments);
}
