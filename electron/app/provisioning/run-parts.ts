// What a run works with, and what it was asked for.
import type { Input, ListedPort } from "../../contract/commands.ts";
import type { ConnectParts } from "../connect-terminal.ts";
import type { Records } from "../records/records.ts";
import type { Actor } from "../../contract/register.ts";
import type { HeldRegister, LazyRegister } from "../register/lazy-register.ts";
import type { Register } from "../register/register.ts";
import type { PlanView } from "./plan-view.ts";
import type { SlotBoard } from "./slot-board.ts";

export interface RunParts extends ConnectParts {
  /** Of this PC: the register that it works with, who it is, and how what happens to terminals is noted. */
  readonly register: Pick<LazyRegister, "open" | "hold" | "findActor" | "nameBench" | "noting">;
  readonly records: Records;
  readonly listPorts: () => Promise<readonly ListedPort[]>;
  readonly readSigns: () => Promise<string | null>;
}

export type RunTerms = Input<"provisioning.start">;

/** What all slots of one run share. */
export interface RunContext {
  readonly parts: RunParts;
  readonly terms: RunTerms;
  readonly register: Register;
  /** Notes what happened to a terminal, in the same register. */
  readonly keep: HeldRegister["keep"];
  /** Its plan: in a dry run perhaps a draft. */
  readonly view: PlanView;
  readonly board: SlotBoard;
  /** Aborted when the run is ended: whatever is being written is finished all the same. */
  readonly signal: AbortSignal;
  readonly actor: () => Actor;
  /** Which slot each terminal is on, by its serial number. */
  readonly owners: Map<string, string>;
  /** How often setting a terminal was begun in this run. */
  readonly tries: Map<string, number>;
  /** Rows that a scanner claimed, by the slot that they were scanned for. */
  readonly scans: Map<string, { readonly claimId: string; readonly serialNumber: string }>;
  /** The description that the row of that label names, by the slot that it was scanned for. */
  readonly scannedProfiles: Map<string, { readonly scanned: string; readonly profile: string | null }>;
  /** The description that every row names; null: there is none. */
  readonly commonProfile: () => Promise<string | null>;
  /** Rows that a dry run has promised, since it claims none. */
  readonly promised: Set<number>;
}
