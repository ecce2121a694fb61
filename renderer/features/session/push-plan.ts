// A plan is asked for, looked at, and pushed by its digest; nothing that is typed here is ever written directly.
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { type Result, succeed } from "../../../electron/core/failures/result.ts";
import { timed } from "../wait/pace.ts";
import { loseSession, readAgain } from "./connect.ts";
import { beginTask, cancelTask, type Desk, endsSession, setPush, showWriting } from "./desk.ts";
import type { CutOff, Plan, PlanRequest, Push, PushTerms } from "./session-state.ts";

export async function preparePlan(desk: Desk, request: PlanRequest): Promise<void> {
  const { connection } = desk.store.read();
  if (connection.kind !== "open" || showWriting(desk)) return;
  desk.store.change((state) => ({ ...state, screen: "push", push: { kind: "planning", request } }));
  const port = desk.store.read().choice?.port ?? "";
  const made = await timed("planning", port, () => makePlan(desk, connection.session, request));
  if (desk.store.read().push.kind !== "planning") return;
  if (made.ok) {
    setPush(desk, { kind: "review", ...made.value, stopped: false });
    return;
  }
  if (endsSession(made.failure)) loseSession(desk, made.failure, "nothing");
  setPush(desk, { kind: "failed", failure: made.failure, during: request });
}

interface Made {
  readonly request: PlanRequest;
  readonly plan: Plan;
}

async function makePlan({ client }: Desk, session: string, request: PlanRequest): Promise<Result<Made>> {
  if ("replaces" in request) {
    const made = await client.call("register.plan-replacement", { session, old: request.replaces });
    if (!made.ok) return made;
    const { plan, ...found } = made.value;
    return succeed({ request: { ...request, found }, plan });
  }
  if ("undoes" in request) {
    const made = await client.call("history.undo-plan", { session, push: request.undoes, insist: request.insist });
    return made.ok ? succeed({ request, plan: made.value.plan }) : made;
  }
  const made = await client.call("plan.make", { session, ...request });
  return made.ok ? succeed({ request, plan: made.value }) : made;
}

export async function pushPlan(desk: Desk, terms: PushTerms): Promise<void> {
  const { connection, push } = desk.store.read();
  if (connection.kind !== "open" || push.kind !== "review") return;
  const { plan, request } = push;
  const controller = beginTask(desk, "push");
  setPush(desk, { kind: "running", request, plan, stage: null, tests: false, isStopping: false, guard: null });
  const { session } = connection;
  const hasTests = plan.tests?.some(({ when }) => when !== "before") === true;
  if (hasTests) announceTests(desk);
  const asked = { session, digest: plan.digest, ...terms };
  const about = `${desk.store.read().choice?.port ?? ""}${hasTests ? " tested" : ""}`;
  const pushed = await timed("writing", about, () => desk.client.call("plan.push", asked, controller.signal));
  if (!pushed.ok) {
    endUnpushed(desk, pushed.failure);
    return;
  }
  const { outcome, failure } = pushed.value;
  if (outcome !== "unknown" || failure?.code !== "state-unknown") {
    if (outcome === "confirmed") desk.store.change((state) => ({ ...state, drafts: {}, typedFields: {} }));
    setPush(desk, { kind: "done", request, accepted: false, result: pushed.value, signedIn: null });
    return readAgain(desk);
  }
  const { push: now } = desk.store.read();
  setPush(desk, { kind: "unsettled", cut: cutOff(plan, now) });
  if (desk.store.read().connection.kind === "open") loseSession(desk, failure, "pushing");
}

/** The step stands in the list before it is reached. */
function announceTests({ store }: Desk): void {
  store.change((state) => (state.push.kind === "running" ? { ...state, push: { ...state.push, tests: true } } : state));
}

function cutOff({ changes }: Plan, push: Push): CutOff {
  return { changes, cause: "lost", guard: push.kind === "running" ? push.guard : null };
}

/** The push is over without a result: nothing was written, or the window lost its other side. */
function endUnpushed(desk: Desk, failure: Failure): void {
  const { push } = desk.store.read();
  if (push.kind !== "running") return;
  if (failure.code === "cancelled") {
    setPush(desk, { kind: "review", request: push.request, plan: push.plan, stopped: true });
  } else if (failure.code === "link-closed") {
    setPush(desk, { kind: "unsettled", cut: cutOff(push.plan, push) });
  } else {
    setPush(desk, { kind: "failed", failure, during: push.request });
    if (endsSession(failure)) loseSession(desk, failure, "nothing");
  }
}

/** Before the first byte is written this cancels; afterwards the terminal is asked to go back. */
export function stopPush(desk: Desk): void {
  const { push } = desk.store.read();
  if (push.kind !== "running") return;
  setPush(desk, { ...push, isStopping: true });
  cancelTask(desk, "push");
}

export function leavePush(desk: Desk): void {
  desk.store.change((state) => ({ ...state, screen: "check", push: { kind: "none" } }));
}
