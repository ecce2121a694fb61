// The journal of pushes, and with it the history: one row for each push, one for each step, written before the step is done.
//
//   begin -> begun -> arming -> applying -> ... -> end(outcome)          an outcome of null or unknown is open: cut off
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type HistoryEntry, historyEntrySchema, pushedTerminalSchema, type SignedIn } from "../../contract/history.ts";
import { type Capabilities, type Reading, readingSchema } from "../../core/dialects/dialect.ts";
import { testResultSchema } from "../../core/dialects/terminal-test.ts";
import { type Plan, planSchema } from "../../core/plans/plan.ts";
import { type PushState, pushStates, type Transition } from "../../core/push/journal.ts";
import { pushOutcomeSchema } from "../../core/push/outcome.ts";
import type { PushTest } from "../../core/push/push-test.ts";
import type { Pushed } from "../../core/push/end-push.ts";
import { appendAudit } from "./audit-trail.ts";
import { isSameTerminal, type PushedTerminal } from "./pushed-terminal.ts";
import type { Records } from "./records.ts";
import { hideSecrets, leaveOutSecrets } from "./without-secrets.ts";

export interface BegunPush {
  readonly id: string;
  readonly terminal: PushedTerminal;
  readonly plan: Plan;
  readonly before: Reading;
  readonly tests: readonly PushTest[];
  readonly revertSeconds: number;
  readonly undoes: string | null;
}

/** What `resume` needs to know of a push that was cut off. */
export interface OpenPush {
  readonly id: string;
  readonly plan: Plan;
  readonly before: Reading;
  readonly state: PushState;
  readonly wayBack: string | null;
  /** Whether its last word was that it is to last. */
  readonly isDecided: boolean;
}

/** All of these run within a transaction of the caller's, or only read. */
export function insertPush(records: Records, database: DatabaseSync, begun: BegunPush): void {
  const { id, terminal, tests, revertSeconds, undoes } = begun;
  const plan = hideSecrets(begun.plan);
  const at = records.now();
  database
    .prepare(
      `INSERT INTO pushes (id, at, who, port, terminal, plan, basis, wanted_tests, revert_seconds, undoes, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'begun')`,
    )
    .run(
      ...[id, at, records.who, terminal.port, JSON.stringify(terminal), JSON.stringify(plan)],
      ...[printBasis(begun.before), JSON.stringify(tests), revertSeconds, undoes],
    );
  insertTransition(records, database, { id, transition: { state: "begun", why: null } });
  appendAudit(records, database, {
    event: "push-begun",
    content: { push: id, terminal, digest: plan.digest, changes: plan.changes, undoes },
  });
}

export function replaceBasis(database: DatabaseSync, id: string, before: Reading): void {
  database.prepare("UPDATE pushes SET basis = ? WHERE id = ?").run(printBasis(before), id);
}

export function insertTransition(
  records: Records,
  database: DatabaseSync,
  { id, transition: { state, why, wayBack } }: { readonly id: string; readonly transition: Transition },
): void {
  const last = database.prepare("SELECT MAX(place) AS place FROM transitions WHERE push = ?").get(id);
  database
    .prepare("INSERT INTO transitions (push, place, at, state, why) VALUES (?, ?, ?, ?, ?)")
    .run(id, Number(last?.["place"] ?? 0) + 1, records.now(), state, why);
  database.prepare("UPDATE pushes SET state = ?, why = ? WHERE id = ?").run(state, why, id);
  if (wayBack !== undefined) database.prepare("UPDATE pushes SET way_back = ? WHERE id = ?").run(wayBack, id);
}

export type Ending = Pick<Pushed, "outcome" | "tests"> & { readonly why: string | null };

/** `unknown` leaves the entry open, for the next connection to settle. */
export function endPush(
  records: Records,
  database: DatabaseSync,
  { id, ending }: { id: string; ending: Ending },
): void {
  const { outcome, tests, why } = ending;
  const kept = outcome === "unknown" ? null : outcome;
  database
    .prepare("UPDATE pushes SET outcome = ?, why = ?, tests = ?, ended_at = ? WHERE id = ?")
    .run(kept, why, JSON.stringify(tests), kept === null ? null : records.now(), id);
  if (kept !== null) forgetWayBack(database, id);
  const event = kept === null ? "push-cut-off" : "push-ended";
  appendAudit(records, database, { event, content: { push: id, outcome, why, tests } });
}

/** A person has looked and says that the settings are right as they are. */
export function acceptPush(records: Records, database: DatabaseSync, id: string): void {
  database
    .prepare("UPDATE pushes SET outcome = 'unknown', why = 'accepted', ended_at = ? WHERE id = ?")
    .run(records.now(), id);
  forgetWayBack(database, id);
  appendAudit(records, database, { event: "push-accepted", content: { push: id } });
}

function forgetWayBack(database: DatabaseSync, id: string): void {
  database.prepare("UPDATE pushes SET way_back = NULL WHERE id = ?").run(id);
}

export function noteSignedIn(
  records: Records,
  database: DatabaseSync,
  { id, outcome }: { readonly id: string; readonly outcome: SignedIn },
): void {
  database.prepare("UPDATE pushes SET signed_in = ? WHERE id = ?").run(outcome, id);
  appendAudit(records, database, { event: "signed-in", content: { push: id, outcome } });
}

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  who: z.string(),
  terminal: z.string(),
  plan: z.string(),
  undoes: z.string().nullable(),
  state: z.enum(pushStates),
  why: z.string().nullable(),
  ended_at: z.string().nullable(),
  outcome: pushOutcomeSchema.nullable(),
  tests: z.string(),
  signed_in: z.string().nullable(),
});

/** What the terminal could do then is of no use now, and is named differently in other versions. */
const basisSchema = readingSchema.extend({ capabilities: z.unknown().transform(() => ({}) as Capabilities) });

const openSchema = z.object({
  plan: z.string(),
  basis: z.string(),
  state: z.enum(pushStates),
  way_back: z.string().nullable(),
});

type Row = z.infer<typeof rowSchema>;

/** Without the readings: they are long, and only settling needs them. */
const columns = "id, at, who, terminal, plan, undoes, state, why, ended_at, outcome, tests, signed_in";

/** The latest first; with `olderThan` those that were begun before that one. */
export function listPushes(
  database: DatabaseSync,
  limit: number,
  olderThan: string | null = null,
): readonly HistoryEntry[] {
  return [...eachPush(database, olderThan, limit)];
}

/** The same one by one, as far as somebody looks. */
export function* eachPush(database: DatabaseSync, olderThan: string | null, limit = -1): Generator<HistoryEntry> {
  const end = olderThan === null ? "" : "WHERE place < (SELECT place FROM pushes WHERE id = ?)";
  const rows = database.prepare(`SELECT ${columns} FROM pushes ${end} ORDER BY place DESC LIMIT ?`);
  for (const row of rows.iterate(...(olderThan === null ? [limit] : [olderThan, limit]))) {
    yield toEntry(rowSchema.parse(row));
  }
}

export function findPush(database: DatabaseSync, id: string): HistoryEntry | null {
  const row = database.prepare(`SELECT ${columns} FROM pushes WHERE id = ?`).get(id);
  return row === undefined ? null : toEntry(rowSchema.parse(row));
}

/** Not ended; among them those that are under way. */
export function listOpen(database: DatabaseSync): readonly HistoryEntry[] {
  const rows = database.prepare(`SELECT ${columns} FROM pushes WHERE ended_at IS NULL ORDER BY place`).all();
  return rows.map((row) => toEntry(rowSchema.parse(row)));
}

export function findOpen(database: DatabaseSync, terminal: PushedTerminal): HistoryEntry | null {
  return listOpen(database).find((entry) => isSameTerminal(entry.terminal, terminal)) ?? null;
}

/** For `resume`. */
export function loadOpen(database: DatabaseSync, id: string): OpenPush {
  const found = database.prepare("SELECT plan, basis, state, way_back FROM pushes WHERE id = ?").get(id);
  const row = openSchema.parse(found);
  const last = database
    .prepare("SELECT state FROM transitions WHERE push = ? AND state IN (?, ?) ORDER BY place DESC LIMIT 1")
    .get(id, ...(["confirming", "rolling-back"] satisfies PushState[]));
  return {
    id,
    plan: planSchema.parse(JSON.parse(row.plan)),
    before: basisSchema.parse(JSON.parse(row.basis)),
    state: row.state,
    wayBack: row.way_back,
    isDecided: last?.["state"] === "confirming",
  };
}

function toEntry(row: Row): HistoryEntry {
  const plan = planSchema.pick({ changes: true }).parse(JSON.parse(row.plan));
  return historyEntrySchema.parse({
    id: row.id,
    at: row.at,
    who: row.who,
    terminal: pushedTerminalSchema.parse(JSON.parse(row.terminal)),
    changes: plan.changes,
    state: row.state,
    why: row.why,
    outcome: row.outcome,
    endedAt: row.ended_at,
    tests: z.array(testResultSchema).parse(JSON.parse(row.tests)),
    signedIn: row.signed_in,
    undoes: row.undoes,
  });
}

function printBasis(before: Reading): string {
  return JSON.stringify(leaveOutSecrets(before));
}
