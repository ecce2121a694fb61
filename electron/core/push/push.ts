// A push: one plan on one terminal, and what became of it.
//
//   rules --error left, no override--> refused
//      |
//   read again --changed since--> refused (plan-stale)
//      |
//     arm -----cannot--> refused              the way back is on the terminal, and a watchdog that takes it in time
//      |
//    apply ----failed, undone there--> read back -> rolled-back | unknown
//      |
//   read back --something else--> roll back -> read back -> rolled-back | unknown
//      |
//   confirm ---failed or too late--> read back -> rolled-back | unknown
//      |
//   read back --all applied--> finish -> confirmed
//
// Nothing lasts before `confirm`: a restart until then brings the old settings back. From `arm` on, a person's "stop" no
// longer interrupts: it rolls back, so that stopping also ends in a known state. Only a lost line ends in `unknown`.
import type { ArmOutcome, DialectSession, Reading, Task, WriteOutcome } from "../dialects/dialect.ts";
import { type Failure, FailureError, makeFailure } from "../failures/failure.ts";
import type { Result } from "../failures/result.ts";
import type { Change } from "../settings/change.ts";
import type { Plan } from "../plans/plan.ts";
import { matchesBefore, verifyFields } from "./verify-fields.ts";
import type { TerminalTest, TestResult } from "../dialects/terminal-test.ts";
import type { PushJournal, PushState } from "./journal.ts";
import type { FieldVerdict, PushOutcome } from "./outcome.ts";

export interface PushRequest {
  readonly id?: string;
  readonly journal?: PushJournal;
  readonly tests?: readonly { readonly test: TerminalTest; readonly required: boolean; readonly seconds: number }[];
  readonly session: DialectSession;
  readonly plan: Plan;
  /** Whether what was read just now is still what the plan was made from. */
  readonly isFresh: (reading: Reading) => boolean;
  /** Push although the rules refuse what it leads to. */
  readonly override: boolean;
  /** Seconds after which the terminal takes an unconfirmed change back by itself. */
  readonly revertSeconds: number;
  readonly onArmed: (armed: ArmOutcome) => void;
}

export interface Pushed {
  readonly outcome: PushOutcome;
  readonly fields: readonly FieldVerdict[];
  /** Why, when the outcome is not what was asked for. */
  readonly failure: Failure | null;
  readonly tests: readonly TestResult[];
}

export async function push(request: PushRequest, task: Task): Promise<Pushed> {
  const { session, plan } = request;
  if (plan.changes.length === 0) return { outcome: "unchanged", fields: [], failure: null, tests: [] };
  if (plan.refusedBy.length > 0 && !request.override) {
    return refuse(plan, makeFailure("rules-refuse", { rule: plan.refusedBy.join(", ") }));
  }
  const before = await session.read(task);
  if (!before.ok) throw new FailureError(before.failure);
  if (!request.isFresh(before.value)) return refuse(plan, makeFailure("plan-stale"));
  if (task.signal.aborted) throw new FailureError(makeFailure("cancelled"));
  const held: Task = { ...task, signal: new AbortController().signal };
  try {
    return await writeAndVerify(request, before.value, { held, wish: task.signal });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return leaveUnknown(plan, error.failure);
  }
}

interface Signals {
  /** The task that goes on although the person stopped. */
  readonly held: Task;
  /** Whether the person stopped. */
  readonly wish: AbortSignal;
}

async function writeAndVerify(request: PushRequest, before: Reading, { held, wish }: Signals): Promise<Pushed> {
  const { session, plan } = request;
  await record(request, "arming");
  const armed = await session.arm(plan.changes, request.revertSeconds, held);
  if (!armed.ok)
    return isUntouched(armed.failure)
      ? refuse(plan, armed.failure)
      : takeBack(request, before, { held, why: armed.failure.code });
  request.onArmed(armed.value);
  await record(request, "applying");
  const applied = await session.apply(held);
  const failedStep = nameFailure(applied);
  if (failedStep !== null) return takeBack(request, before, { held, why: failedStep });
  held.onStage("verifying");
  await record(request, "verifying");
  const running = await session.read(held);
  const wrong = running.ok ? findWrong(plan.changes.filter(runsAtOnce), running.value) : running.failure.code;
  if (wrong !== null || wish.aborted) return takeBack(request, before, { held, why: wrong ?? "cancelled" });
  await record(request, "confirming");
  const confirmed = await session.confirm(held);
  const unconfirmed = nameFailure(confirmed);
  if (unconfirmed !== null) return takeBack(request, before, { held, why: unconfirmed });
  const after = await session.read(held);
  if (!after.ok) return leaveUnknown(plan, after.failure);
  const lost = findWrong(plan.changes, after.value);
  if (lost !== null) return takeBack(request, before, { held, why: lost });
  await finishQuietly(session, held);
  return { outcome: "confirmed", fields: verifyFields(plan.changes, after.value), failure: null, tests: [] };
}

async function record({ journal }: PushRequest, state: PushState, why: string | null = null): Promise<void> {
  await journal?.record({ state, why });
}

/** What went wrong in a step, for a person; null when nothing did. */
function nameFailure(result: Result<WriteOutcome>): string | null {
  if (!result.ok) return result.failure.code;
  const { value } = result;
  if (value.kind === "done") return null;
  return value.kind === "late" ? "late" : `${value.step}: ${value.reason}`;
}

/** Name servers and the method stand in files, which follow the confirmation. */
function runsAtOnce({ field }: Change): boolean {
  return field !== "ipv4.dns" && field !== "ipv4.method";
}

/** The first field that does not run as wanted. */
function findWrong(changes: readonly Change[], reading: Reading): string | null {
  const wrong = verifyFields(changes, reading).find(({ verdict }) => verdict !== "applied");
  return wrong ? `${wrong.interface}.${wrong.field}` : null;
}

interface TakeBack {
  readonly held: Task;
  readonly why: string;
}

/** Rolls back, whether or not the terminal has done so already, and believes only what is read back. */
async function takeBack(request: PushRequest, before: Reading, { held, why }: TakeBack): Promise<Pushed> {
  const { session, plan } = request;
  await record(request, "rolling-back", why);
  await session.rollBack(held);
  const after = await session.read(held);
  if (!after.ok) return leaveUnknown(plan, after.failure);
  const names = new Set(plan.changes.map((change) => change.interface));
  if (!matchesBefore(before, after.value, names)) return leaveUnknown(plan, makeFailure("state-unknown"));
  await finishQuietly(session, held);
  const fields = verifyFields(plan.changes, after.value);
  return { outcome: "rolled-back", fields, failure: makeFailure("push-rolled-back", { step: why }), tests: [] };
}

/** What was read back stands, whether or not the terminal still hears that there is no way back any more. */
async function finishQuietly(session: DialectSession, task: Task): Promise<void> {
  try {
    await session.finish(task);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
  }
}

function refuse(plan: Plan, failure: Failure): Pushed {
  const fields = plan.changes.map(({ interface: name, field }) => ({
    interface: name,
    field,
    verdict: "not-applied" as const,
    persisted: false,
  }));
  return { outcome: "refused", fields, failure, tests: [] };
}

function leaveUnknown(plan: Plan, cause: Failure): Pushed {
  const fields = plan.changes.map(({ interface: name, field }) => ({
    interface: name,
    field,
    verdict: "unknown" as const,
    persisted: null,
  }));
  return { outcome: "unknown", fields, failure: makeFailure("state-unknown", { cause: cause.code }), tests: [] };
}

/** Failures of `arm` that leave nothing behind. */
function isUntouched({ code }: Failure): boolean {
  const early: readonly Failure["code"][] = [
    "plan-stale",
    "terminal-busy",
    "not-root",
    "tools-missing",
    "not-writable",
    "unknown-interface",
    "unusable-value",
    "value-refused",
    "internal",
    "command-failed",
  ];
  return early.includes(code);
}
