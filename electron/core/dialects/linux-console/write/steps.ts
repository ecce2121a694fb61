// What a change of one interface or file contributes to the transaction (transaction.ts runs them).
// Every text is shell; values in it are already encoded.

export interface Steps {
  /** Fails the transaction before anything was touched. */
  readonly prepare: readonly Step[];
  /** Changes what runs. */
  readonly apply: readonly Step[];
  /** Files that follow when the new settings are confirmed, all of them together, before `persist`. */
  readonly files: readonly Replacement[];
  /** Changes what lasts besides files, or takes up what was written; only after the new settings were confirmed. */
  readonly persist: readonly Step[];
  /** Brings back the old state from any point, the files already being back; idempotent, its own failures do not stop it. */
  readonly undo: readonly string[];
  /** True on the terminal when the old state is back. */
  readonly isRestored: readonly string[];
}

export interface Step {
  /** Quoted in the failure. */
  readonly name: string;
  readonly shell: string;
}

/** A file's old and new text. Paths are encoded words, texts binary strings. */
export interface Replacement {
  readonly file: string;
  /** Where the new text is written before it takes the file's place; on the same file system. */
  readonly beside: string;
  /** A short name, unique within the transaction, for the copies in its folder. */
  readonly label: string;
  /** As it was read, whole; "" also stands for a file that is not there. */
  readonly before: string;
  readonly after: string;
}
