// Where a person is in the guide, told by the window itself: nothing is counted, so that a step that was done another way
// is done.
import type { SessionState } from "../session/session-state.ts";
import type { Role } from "../shell/preferences.ts";

export type GuideStep = 1 | 2 | 3 | "done";

/** Null while a real terminal is at hand: then nobody practises. */
export function findGuideStep(role: Role, state: SessionState): GuideStep | null {
  const { choice, connection } = state;
  if (choice !== null && !choice.port.startsWith("demo:")) return null;
  if (connection.kind !== "open") return 1;
  return role === "repair" ? findRepairStep(state) : findWriteStep(state);
}

function findWriteStep({ push }: SessionState): GuideStep {
  if (push.kind === "none" || push.kind === "failed") return 2;
  return push.kind === "done" ? "done" : 3;
}

function findRepairStep({ screen, logs }: SessionState): GuideStep {
  if (logs.logs !== null) return "done";
  return screen === "logs" ? 3 : 2;
}
