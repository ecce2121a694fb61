import type { OfferActions, Surroundings } from "../palette/action.ts";
import { preparePlan, stopPush } from "../session/push-plan.ts";

/** What a push that is under way or over leaves to do; writing itself is begun where its changes are looked at. */
export const offerPush: OfferActions = (around) => {
  const { desk, state, speech } = around;
  const { push } = state;
  if (push.kind === "running" && !push.isStopping && push.stage !== "confirming" && push.stage !== "rolling-back") {
    return [{ id: "stop-push", group: "terminal", name: speech.say("push.stop"), act: () => stopPush(desk) }];
  }
  const undone = findUndoable(around);
  if (undone === null) return [];
  const act = (): void => void preparePlan(desk, { undoes: undone, insist: false });
  return [{ id: "undo", group: "terminal", name: speech.say("palette.undo"), act }];
};

function findUndoable({ state: { push, connection } }: Surroundings): string | null {
  if (push.kind !== "done" || connection.kind !== "open" || connection.isReading) return null;
  const { id, outcome, plan } = push.result;
  return outcome === "confirmed" && plan.changes.length > 0 ? id : null;
}
