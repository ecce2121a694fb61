/** What a connection is doing, for progress: `listening`, `starting`, `waking`, `logging-in`, `preparing`, `reading`, ... */
export type Stage =
  | "listening"
  | "starting"
  | "finding-rate"
  | "waking"
  | "logging-in"
  | "becoming-root"
  | "preparing"
  | "reading"
  | "arming"
  | "writing"
  | "verifying"
  | "testing"
  | "confirming"
  | "rolling-back";

export interface Task {
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
}
