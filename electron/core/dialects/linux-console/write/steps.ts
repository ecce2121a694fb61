// What a change of one interface or file contributes to the transaction (transaction.ts runs them).
// Every text is shell; values in it are already encoded.

export interface Steps {
  /** Fails the transaction before anything was touched. */
  readonly prepare: readonly Step[];
  /** Changes what runs. */
  readonly apply: readonly Step[];
  /** Changes what lasts; only after the new settings were confirmed. */
  readonly persist: readonly Step[];
  /** Brings back the old state from any point; idempotent, its own failures do not stop it. */
  readonly undo: readonly string[];
  /** True on the terminal when the old state is back. */
  readonly isRestored: readonly string[];
}

export interface Step {
  /** Quoted in the failure. */
  readonly name: string;
  readonly shell: string;
}
