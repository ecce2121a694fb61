// Where a person is in the guide, told by the window itself: nothing is counted, so that a step that was done another way
// is done.
import { findReport, type SessionState } from "../session/session-state.ts";
import type { Role } from "../shell/preferences.ts";
import { findPracticePort } from "./begin-guide.ts";

export type GuideStep = 1 | 2 | 3 | "done";

/** Null while a real terminal is at hand: then nobody practises. */
export function findGuideStep(role: Role, state: SessionState): GuideStep | null {
  const { choice, connection } = state;
  if (choice !== null && !choice.port.startsWith("demo:")) return null;
  if (connection.kind !== "open") return 1;
  return role === "repair" ? findRepairStep(state) : findWriteStep(state);
}

/** Where nothing is to be corrected, another terminal was chosen than the one to practise on, or that one is corrected. */
function findWriteStep(state: SessionState): GuideStep {
  const { push, ports, choice } = state;
  if (push.kind === "done") return push.result.outcome === "confirmed" ? "done" : 3;
  if (push.kind !== "none" && push.kind !== "failed") return 3;
  if (findReport(state)?.findings.some(({ corrections }) => corrections.length > 0)) return 2;
  return choice?.port === findPracticePort(ports.list)?.path ? "done" : 1;
}

function findRepairStep({ screen, logs }: SessionState): GuideStep {
  if (logs.logs !== null) return "done";
  return screen === "logs" ? 3 : 2;
}
