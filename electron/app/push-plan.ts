// A plan by its digest -> the push, recorded from before its first byte to its end, unless the rules refuse it.
//
//   tests chosen -> begin: terminal held, push recorded -> push, each step recorded before it is done -> end recorded
import { randomBytes } from "node:crypto";
import type { Input, Output } from "../contract/commands.ts";
import type { ArmOutcome, Reading } from "../core/dialects/dialect.ts";
import type { Task } from "../core/dialects/task.ts";
import type { TestResult } from "../core/dialects/terminal-test.ts";
import { FailureError, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { digestBasis } from "../core/plans/basis-digest.ts";
import type { Plan } from "../core/plans/plan.ts";
import { chooseTests } from "../core/push/choose-tests.ts";
import { findWantedTests } from "../core/push/find-wanted-tests.ts";
import { nameField } from "../core/settings/change.ts";
import { refuseModemValue } from "../core/settings/unusable-modem-value.ts";
import { push } from "../core/push/push.ts";
import type { PushTest } from "../core/push/push-test.ts";
import { beginPush, findInterrupted, type KeptPush, nameInterrupted } from "./records/kept-push.ts";
import { countPinTries, mostPinTries } from "./records/pin-tries.ts";
import { describeTerminal, type PushedTerminal } from "./records/pushed-terminal.ts";
import type { Records } from "./records/records.ts";
import type { OpenSession } from "./sessions.ts";

export interface PushTask extends Task {
  readonly onArmed: (armed: ArmOutcome) => void;
  readonly onTested?: (result: TestResult) => void;
}

type Asked = Input<"plan.push">;
type Request = Omit<Asked, "session" | "planned"> & Partial<Pick<Asked, "planned">>;
type Answer = Output<"plan.push">;

export async function pushPlan(
  { open, records }: { readonly open: OpenSession; readonly records: Records },
  request: Request,
  task: PushTask,
): Promise<Result<Answer>> {
  const plan = open.plans.get(request.digest);
  const basis = open.reading;
  if (!plan || !basis) return fail(makeFailure("plan-unknown"));
  const wanted = findWantedTests({ plan, reading: basis }, request.tests);
  if (!wanted.ok) return wanted;
  const tests = [...listPlanned(plan, basis, request.planned ?? []), ...wanted.value];
  const run: Run = { open, request, plan, basis, tests };
  const isRefused = plan.refusedBy.length > 0 && !request.override;
  const terminal = describeTerminal(basis, open.port);
  if (plan.changes.length === 0 || isRefused) {
    // What was cut off may still be on trial: then "nothing to do" would be wrong in a moment.
    const cutOff = findInterrupted(records, terminal);
    if (cutOff.ok && cutOff.value !== null) return fail(nameInterrupted(cutOff.value));
    return succeed(await pushUnrecorded(run, task));
  }
  const allowed = refusePin(run, records, terminal);
  if (!allowed.ok) return allowed;
  const begun = await beginPush(records, {
    id: drawId(),
    terminal,
    plan,
    before: basis,
    tests,
    revertSeconds: request.revertSeconds,
    undoes: open.undone.get(plan.digest) ?? null,
  });
  return begun.ok ? succeed(await pushRecorded(run, begun.value, task)) : begun;
}

/** The plan's own tests, when they are wanted; what is required of them the person says. */
function listPlanned(plan: Plan, basis: Reading, required: Asked["planned"]): readonly PushTest[] {
  if (required.length === 0) return [];
  return chooseTests(plan, basis).map((each, place) => ({ ...each, required: required[place] ?? each.required }));
}

interface Run {
  readonly open: OpenSession;
  readonly request: Request;
  readonly plan: Plan;
  /** What the plan was made from. */
  readonly basis: Reading;
  readonly tests: readonly PushTest[];
}

/** Ends before anything is sent: there is nothing to change, or the rules refuse it and nobody insisted. */
async function pushUnrecorded(run: Run, task: PushTask): Promise<Answer> {
  const journal = { record: () => Promise.resolve() };
  const isFresh = (reading: Reading): boolean => digestBasis(reading) === digestBasis(run.basis);
  const pushed = await push({ ...describeRun(run, task), id: drawId(), journal, isFresh }, task);
  return { ...pushed, id: null, recorded: true, plan: { digest: run.plan.digest, changes: run.plan.changes } };
}

async function pushRecorded(run: Run, kept: KeptPush, task: PushTask): Promise<Answer> {
  const { open, plan, basis } = run;
  const isFresh = (reading: Reading): boolean => {
    if (digestBasis(reading) !== digestBasis(basis)) return false;
    kept.refreshBasis(reading);
    return true;
  };
  // Whatever happens, what was read before it is old then.
  open.reading = null;
  open.plans.clear();
  const parts = describeRun(run, task);
  // Each is of use once: what was typed is not sent again by another push.
  open.secrets.clear();
  try {
    const pushed = await push({ ...parts, id: kept.id, journal: kept, isFresh }, task);
    const recorded = await kept.end(pushed);
    return { ...pushed, id: kept.id, recorded, plan: { digest: plan.digest, changes: plan.changes } };
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : makeFailure("internal", { reason: "push" });
    // What was only begun has sent nothing that changes anything.
    const isUntouched = kept.state === "begun" || kept.state === "probing" || kept.state === "refused";
    await kept.end({ outcome: isUntouched ? "refused" : "unknown", tests: [], failure });
    throw error;
  }
}

function describeRun({ open, request, plan, tests }: Run, { onArmed, onTested }: PushTask) {
  const { override, revertSeconds } = request;
  const secrets = new Map(open.secrets);
  return { session: open.dialect, plan, override, revertSeconds, tests, secrets, onArmed, onTested };
}

/** A PIN is tried twice at most, whatever else is known, and never when the card says that one try is left. */
function refusePin({ plan, basis }: Run, records: Records, terminal: PushedTerminal): Result<null> {
  const change = plan.changes.find(({ field }) => field === "pin");
  if (!change) return succeed(null);
  const cellular = basis.interfaces.find(({ name }) => name === change.interface)?.cellular;
  const counted = countPinTries(records, { iccid: cellular?.iccid ?? null, terminal });
  if (!counted.ok) return counted;
  const left = cellular?.pinTries ?? null;
  // A card that does not tell may have been tried elsewhere: then one of ours is all.
  const most = left === null ? 1 : mostPinTries;
  const isRefused = (counted.value ?? 0) >= most || (left !== null && left < 2);
  return isRefused ? fail(refuseModemValue(nameField(change), "***", "pin-last-try")) : succeed(null);
}

/** Short: it travels on a slow line with every step. */
function drawId(): string {
  return randomBytes(8).toString("hex");
}
