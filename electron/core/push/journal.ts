// What a push is about to do, said before it does it.
export const pushStates = [
  "begun",
  "probing",
  "arming",
  "applying",
  "verifying",
  "testing",
  "confirming",
  "rolling-back",
  "confirmed",
  "rolled-back",
  "refused",
  "unknown",
] as const;
export type PushState = (typeof pushStates)[number];

export interface Transition {
  readonly state: PushState;
  /** A failure's code or the step that failed; null on the straight way. */
  readonly why: string | null;
  /** With `applying`: what takes the change back after a restart of the app, where the terminal cannot keep it. */
  readonly wayBack?: string | undefined;
}

export interface PushJournal {
  /** Resolves when the transition cannot be lost any more; the byte that causes it is sent after. */
  readonly record: (transition: Transition) => Promise<void>;
}
