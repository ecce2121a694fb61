// What was cut off earlier on this terminal -> settled: finished, taken back, or left as a person says; and what the
// terminal showed at the sign-in after a push.
import type { SignedIn } from "../../../electron/contract/history.ts";
import { timed } from "../wait/pace.ts";
import { loseSession, readAgain } from "./connect.ts";
import { type Desk, endsSession, setPush } from "./desk.ts";
import { findInterrupted, isWriting } from "./session-state.ts";

/** `accept`: the settings are right as they are. */
export async function settlePush(desk: Desk, accept: boolean): Promise<void> {
  const state = desk.store.read();
  const { connection, push } = state;
  if (connection.kind !== "open" || connection.isReading || isWriting(state)) return;
  const changes = findInterrupted(state)?.changes ?? (push.kind === "done" ? push.result.plan.changes : []);
  desk.store.change((now) => ({ ...now, screen: "push", push: { kind: "resuming", changes, stage: null } }));
  const { session } = connection;
  const settled = await timed("settling", state.choice?.port ?? "", () =>
    desk.client.call("push.resume", { session, accept }),
  );
  if (desk.store.read().push.kind !== "resuming") return;
  if (!settled.ok) {
    setPush(desk, { kind: "failed", failure: settled.failure, during: "resuming" });
    if (endsSession(settled.failure)) loseSession(desk, settled.failure, "nothing");
    return;
  }
  const { resumed } = settled.value;
  // Somebody else has settled it in the meantime.
  if (resumed === null) desk.store.change((now) => ({ ...now, screen: "check", push: { kind: "none" } }));
  else setPush(desk, { kind: "done", request: null, accepted: accept, result: resumed, signedIn: null });
  return readAgain(desk);
}

export async function keepSignedIn(desk: Desk, outcome: SignedIn): Promise<void> {
  const { push, choice } = desk.store.read();
  if (push.kind !== "done" || push.result.id === null || choice === null) return;
  const { id } = push.result;
  const kept = await desk.client.call("history.signed-in", { push: id, port: choice.port, outcome });
  desk.store.change((now) => {
    if (now.push.kind !== "done" || now.push.result.id !== id) return now;
    return kept.ok ? { ...now, push: { ...now.push, signedIn: outcome } } : { ...now, warning: kept.failure };
  });
}
