// What the register knows of terminals: who they are, and what happened to them in the order of time.
import type { Result } from "../../core/failures/result.ts";
import type { Actor, EntryKind, KnownTerminal, RegisteredTerminal, RegisterEntry } from "../../contract/register.ts";

/** Something that happened to a terminal. */
export interface NewEntry {
  /** The caller's: telling the same id again changes nothing. */
  readonly id: string;
  readonly terminal: KnownTerminal;
  /** When it happened on the bench; ISO 8601, UTC. */
  readonly at: string;
  readonly kind: EntryKind;
  /** JSON without secrets; of `settings` the settings as they were read. */
  readonly content: unknown;
  /** What tells these settings from others. The same again only moves `lastSeen`. Null: of another kind. */
  readonly digest: string | null;
  readonly by: Actor;
}

export interface TerminalSearch {
  /** Part of a serial number, family, model, host name, MAC address, site or address; any case. Empty: all. */
  readonly text: string;
  readonly limit: number;
  /** The last serial number of the page before. */
  readonly after: string | null;
}

export interface EntryQuery {
  readonly serialNumber: string;
  /** Null: all. */
  readonly kinds: readonly EntryKind[] | null;
  readonly limit: number;
  /** Only what happened at or before this; ISO 8601, UTC. */
  readonly until: string | null;
}

export interface Replacement {
  /** The caller's: telling the same id again changes nothing. */
  readonly id: string;
  /** Serial number of the old unit. */
  readonly old: string;
  readonly replacement: KnownTerminal;
  /** `kept`: the new unit has the old one's addresses now; `freed`: anybody may have them. */
  readonly addresses: "kept" | "freed";
  readonly at: string;
  readonly by: Actor;
}

export type ReplaceOutcome =
  | { readonly outcome: "replaced"; readonly addresses: readonly string[] }
  | { readonly outcome: "terminal-unknown" }
  /** Another unit has taken its place already. */
  | { readonly outcome: "replaced-before"; readonly by: string };

export interface Terminals {
  note(entry: NewEntry): Promise<Result<null>>;
  /** By serial number. */
  searchTerminals(search: TerminalSearch): Promise<Result<readonly RegisteredTerminal[]>>;
  findTerminal(serialNumber: string): Promise<Result<RegisteredTerminal | null>>;
  /** The latest first. */
  listEntries(query: EntryQuery): Promise<Result<readonly RegisterEntry[]>>;
  /** Both units are told of it. */
  replaceTerminal(replacement: Replacement): Promise<Result<ReplaceOutcome>>;
}
