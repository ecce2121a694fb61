// The exit statuses that other programs rely on.
import type { Failure, FailureCode } from "../core/failures/failure.ts";
import type { PushOutcome } from "../core/push/outcome.ts";

export const exitStatus = {
  done: 0,
  /** `check` found errors, the audit trail is broken, or the sign-in after a push failed. */
  findings: 1,
  usage: 2,
  noConnection: 3,
  rolledBack: 4,
  unknown: 5,
  refused: 6,
  /** A fault of Counterpart's own (EX_SOFTWARE). */
  internal: 70,
  interrupted: 130,
} as const;

const usage: readonly FailureCode[] = [
  "port-invalid",
  "input-invalid",
  "unknown-field",
  "unknown-interface",
  "unusable-value",
  "value-refused",
  "file-unreadable",
  "file-unwritable",
  "socat-missing",
  "listen-failed",
  "link-failed",
  "file-exists",
  "passphrase-wrong",
  "push-unknown",
  "test-targetless",
  "terminal-unregistered",
  "description-needed",
  "draft-unknown",
  "plan-has-errors",
  "addresses-held",
  "plan-not-kept",
];
const refused: readonly FailureCode[] = [
  "not-writable",
  "rules-refuse",
  "plan-stale",
  "plan-unknown",
  "terminal-busy",
  "session-busy",
  "not-root",
  "tools-missing",
  "capability-missing",
  "command-forbidden",
  "parameter-missing",
  "no-correction",
  "records-damaged",
  "records-set-aside",
  "records-newer",
  "records-unwritable",
  "push-interrupted",
  "other-terminal",
  "undo-moved-on",
  "undo-impossible",
  "tests-impossible",
  "backup-unsteady",
  "backup-incomplete",
  "restore-nothing",
  "description-unaccepted",
  "description-unfit",
  "row-missing",
  "row-refused",
  "row-listed-twice",
  "row-taken",
  "row-lost",
  "row-being-set",
  "row-done",
  "row-stale",
  "rows-gone",
  "serial-differs",
  "serial-untold",
  "interface-unmatched",
  "run-active",
  "register-unwritable",
  "register-newer",
  "register-set-aside",
  "register-shared",
];

export function statusOf({ code }: Failure): number {
  if (usage.includes(code)) return exitStatus.usage;
  if (refused.includes(code)) return exitStatus.refused;
  if (code === "cancelled") return exitStatus.interrupted;
  if (code === "state-unknown") return exitStatus.unknown;
  if (code === "push-rolled-back") return exitStatus.rolledBack;
  return code === "internal" ? exitStatus.internal : exitStatus.noConnection;
}

export const statusOfOutcome: Readonly<Record<PushOutcome, number>> = {
  confirmed: exitStatus.done,
  unchanged: exitStatus.done,
  "rolled-back": exitStatus.rolledBack,
  refused: exitStatus.refused,
  unknown: exitStatus.unknown,
};
