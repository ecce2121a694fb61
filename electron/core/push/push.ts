// A push: one plan on one terminal, and what became of it. What is in brackets is journalled before the byte that
// causes it.
//
//   rules --error left, no override--> refused
//   [begun] read again ---changed since the plan's reading--> [refused]
//      |
//   [probing] ---somebody has the new address--> [refused]
//      |
//   [arming] ---cannot--> [refused]                      the way back is on the terminal, and a watchdog that takes it
//      |
//   [applying] ---failed, undone there----------.
//   [verifying] read back ---something else------+--> [rolling-back] --> read back ---as before--> [rolled-back]
//   [testing] ---a required test did not pass----+                              \---something else--> [unknown]
//   [confirming] ---failed, or too late----------+
//   read back ---something else-----------------´
//      |
//   [confirmed] finish
//
// Nothing lasts before `confirming`: a restart until then brings the old settings back. From `arming` on, a person's
// "stop" no longer interrupts: it rolls back, so that stopping also ends in a known state, and so does a journal that
// can no longer be written. A lost line ends in [unknown], which resume.ts settles.
import type { ArmOutcome, Reading, WriteOutcome } from "../dialects/dialect.ts";
import type { Task } from "../dialects/task.ts";
import type { TestResult } from "../dialects/terminal-test.ts";
import { type Failure, FailureError, makeFailure } from "../failures/failure.ts";
import { fail, type Result } from "../failures/result.ts";
import { endKnown, endRefused, endUnknown, note, type Pushed, refuse, type Settling } from "./end-push.ts";
import { explainMixture } from "./explain-mixture.ts";
import type { PushTest } from "./push-test.ts";
import { revealSecrets } from "./reveal-secrets.ts";
import { findObstacle, listEarly, runEarlyTests, runTests } from "./run-tests.ts";
import { findMissing, findWrong, listInterfaces, matchesBefore, runsAtOnce } from "./verify-fields.ts";

export interface PushRequest extends Settling {
  /** Whether what was read just now is still what the plan was made from. */
  readonly isFresh: (reading: Reading) => boolean;
  /** Push although the rules refuse what it leads to. */
  readonly override: boolean;
  /** Seconds after which the terminal takes an unconfirmed change back by itself. */
  readonly revertSeconds: number;
  /** Carried out in this order: the early ones before anything is armed, the others while the change does not last yet. */
  readonly tests: readonly PushTest[];
  /** By the stand-ins that the plan's changes hold. */
  readonly secrets?: ReadonlyMap<string, string>;
  readonly onArmed: (armed: ArmOutcome) => void;
  readonly onTested?: ((result: TestResult) => void) | undefined;
}

interface Run extends PushRequest {
  readonly before: Reading;
  /** The task that goes on although the person stopped. */
  readonly held: Task;
  /** Whether the person stopped. */
  readonly wish: AbortSignal;
  /** Results so far. */
  readonly results: TestResult[];
}

/** Throws when the terminal could not even be read: nothing was written. */
export async function push(request: PushRequest, task: Task): Promise<Pushed> {
  const { plan } = request;
  if (plan.changes.length === 0) return { outcome: "unchanged", fields: [], failure: null, tests: [] };
  if (plan.refusedBy.length > 0 && !request.override) {
    return refuse(plan, makeFailure("rules-refuse", { rule: plan.refusedBy.join(", ") }));
  }
  const unwritable = await note(request.journal, "begun", null);
  if (unwritable) return refuse(plan, unwritable);
  const before = await readAgain(request, task);
  if (!before.ok) return endRefused(request, before.failure);
  const results: TestResult[] = [];
  const taken = await probe(request, task, results);
  if (taken) return { ...(await endRefused(request, taken)), tests: results };
  const held: Task = { ...task, signal: new AbortController().signal };
  const run: Run = { ...request, before: before.value, held, wish: task.signal, results };
  try {
    const pushed = await writeAndVerify(run);
    return { ...pushed, tests: run.results };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const pushed = await endUnknown(request, makeFailure("state-unknown", { cause: error.failure.code }));
    return { ...pushed, tests: run.results };
  }
}

/** The second reading: the plan was made from the first one, and two that are the same prove each other. */
async function readAgain(request: PushRequest, task: Task): Promise<Result<Reading>> {
  const { session, plan, journal } = request;
  const names = listInterfaces(plan.changes);
  try {
    const before = await session.readBack(names, task);
    if (!before.ok) throw new FailureError(before.failure);
    if (task.signal.aborted) throw new FailureError(makeFailure("cancelled"));
    const obstacle = findObstacle(request.tests, before.value, request.revertSeconds);
    if (obstacle) return fail(obstacle);
    if (request.isFresh(before.value)) return before;
    const third = await session.readBack(names, task);
    if (!third.ok) throw new FailureError(third.failure);
    // Somebody has changed it, unless it does not even stay the same by itself.
    const isSteady = matchesBefore(plan.changes, { before: before.value, after: third.value });
    return fail(makeFailure(isSteady ? "plan-stale" : "snapshot-unproven"));
  } catch (error) {
    if (error instanceof FailureError) await note(journal, "refused", error.failure.code);
    throw error;
  }
}

/** While a person's "stop" still leaves everything as it is. */
async function probe(request: PushRequest, task: Task, results: TestResult[]): Promise<Failure | null> {
  const { session, journal, tests } = request;
  if (listEarly(tests).length === 0) return null;
  const unwritable = await note(journal, "probing", null);
  if (unwritable) return unwritable;
  const onTested = (result: TestResult): void => {
    results.push(result);
    request.onTested?.(result);
  };
  try {
    const taken = await runEarlyTests(session, tests, { ...task, onTested });
    if (task.signal.aborted) throw new FailureError(makeFailure("cancelled"));
    return taken;
  } catch (error) {
    if (error instanceof FailureError) await note(journal, "refused", error.failure.code);
    throw error;
  }
}

async function writeAndVerify(run: Run): Promise<Pushed> {
  const { session, plan, journal, held } = run;
  const unwritable = await note(journal, "arming", null);
  if (unwritable) return endRefused(run, unwritable);
  const changes = revealSecrets(plan.changes, run.secrets ?? new Map());
  if (!changes.ok) return endRefused(run, changes.failure);
  const armed = await session.arm(changes.value, run, held);
  if (!armed.ok) return leaveUnarmed(run, armed.failure);
  run.onArmed(armed.value);
  const wrong = (await applyAndTest(run, armed.value)) ?? (await confirm(run));
  if (wrong !== null) return takeBack(run, wrong);
  const after = await session.readBack(listInterfaces(plan.changes), held);
  if (!after.ok) return takeBack(run, after.failure.code);
  const lost = findMissing(plan.changes, { before: run.before, after: after.value });
  if (lost !== null) return takeBack(run, lost);
  return endKnown(run, { state: "confirmed", why: null, after: after.value }, held);
}

/** What went wrong, for a person; null when the new settings run and pass their tests. */
async function applyAndTest(run: Run, { wayBack }: ArmOutcome): Promise<string | null> {
  const { session, plan, journal, held, wish } = run;
  const unwritable = await note({ record: (said) => journal.record({ ...said, wayBack }) }, "applying", null);
  if (unwritable) return unwritable.code;
  const failedStep = nameFailure(await session.apply(held));
  if (failedStep !== null) return failedStep;
  const unwritten = await note(journal, "verifying", null);
  if (unwritten) return unwritten.code;
  held.onStage("verifying");
  const running = await session.readBack(listInterfaces(plan.changes), held);
  if (!running.ok) return running.failure.code;
  const wrong = findWrong(plan.changes.filter(runsAtOnce), { before: run.before, after: running.value });
  if (wrong !== null || wish.aborted) return wrong ?? "cancelled";
  if (run.tests.length === listEarly(run.tests).length) return null;
  const untold = await note(journal, "testing", null);
  if (untold) return untold.code;
  held.onStage("testing");
  const onTested = (result: TestResult): void => run.onTested?.(result);
  const tested = await runTests(session, run.tests, { ...held, onTested });
  run.results.push(...tested.results);
  return tested.failed;
}

async function confirm({ session, journal, held, wish }: Run): Promise<string | null> {
  if (wish.aborted) return "cancelled";
  const unwritable = await note(journal, "confirming", null);
  return unwritable ? unwritable.code : nameFailure(await session.confirm(held));
}

/** What went wrong in a step, for a person; null when nothing did. */
function nameFailure(result: Result<WriteOutcome>): string | null {
  if (!result.ok) return result.failure.code;
  const { value } = result;
  if (value.kind === "done") return null;
  return value.kind === "late" ? "late" : `${value.step}: ${value.reason}`;
}

/** Rolls back, whether or not the terminal has done so already, and believes only what is read back. */
async function takeBack(run: Run, why: string): Promise<Pushed> {
  const { session, plan, journal, held } = run;
  // A journal that cannot say so must not keep the terminal from going back.
  await note(journal, "rolling-back", why);
  await session.rollBack(run.id, held);
  const after = await session.readBack(listInterfaces(plan.changes), held);
  if (!after.ok) return endUnknown(run, makeFailure("state-unknown", { cause: after.failure.code }));
  if (!matchesBefore(plan.changes, { before: run.before, after: after.value })) {
    return endUnknown(run, explainMixture(plan.changes, run.before, after.value));
  }
  return endKnown(run, { state: "rolled-back", why, after: after.value }, held);
}

async function leaveUnarmed(run: Run, failure: Failure): Promise<Pushed> {
  const { session, journal, held } = run;
  const left = failure.details["id"];
  if (failure.code === "push-unsettled" && typeof left === "string") {
    await note(journal, "rolling-back", failure.code);
    await session.rollBack(left, held);
    return endRefused(run, failure);
  }
  return isUntouched(failure) ? endRefused(run, failure) : takeBack(run, failure.code);
}

/** Failures of `arm` that leave nothing behind. */
function isUntouched({ code }: Failure): boolean {
  const early: readonly Failure["code"][] = [
    "plan-stale",
    "terminal-busy",
    "push-unsettled",
    "not-root",
    "tools-missing",
    "not-writable",
    "file-too-long",
    "unknown-interface",
    "unknown-field",
    "parameter-missing",
    "unusable-value",
    "value-refused",
    "internal",
    "command-failed",
  ];
  return early.includes(code);
}
