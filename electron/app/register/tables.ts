// The tables of the register, the same on both databases: texts, whole numbers, JSON as text, moments as ISO 8601 in UTC.
// One script for each version. A script that was ever released is never changed: what comes later is another one.
import type { EntryKind } from "../../contract/register.ts";
import type { RowState } from "./register.ts";

export interface RegisterTables {
  readonly plans: {
    readonly id: string;
    readonly name: string;
    readonly at: string;
    readonly actor: string;
    readonly content: string;
    readonly is_closed: number;
  };
  readonly plan_rows: {
    readonly plan: string;
    readonly place: number;
    readonly serial_number: string | null;
    readonly site: string;
    readonly addresses: string;
    readonly content: string;
    readonly revision: number;
    readonly state: RowState;
    readonly terminal: string | null;
    readonly actor: string | null;
    readonly bench: string | null;
    readonly claim: string | null;
    readonly at: string;
    readonly lease_until: string | null;
    readonly attempts: number;
    readonly why: string | null;
    readonly result: string;
  };
  readonly row_events: {
    readonly id: string;
    readonly plan: string;
    readonly place: number;
    readonly at: string;
    readonly claim: string | null;
    readonly actor: string;
    readonly event: RowEvent;
    readonly content: string;
  };
  readonly addresses: {
    readonly site: string;
    readonly address: string;
    readonly plan: string | null;
    readonly place: number | null;
    readonly serial_number: string | null;
  };
  readonly terminals: {
    readonly serial_number: string;
    readonly family: string;
    readonly model: string | null;
    readonly host_name: string | null;
    readonly macs: string;
    readonly addresses: string;
    readonly first_seen: string;
    readonly last_seen: string;
    readonly site: string;
    readonly replaced_by: string | null;
  };
  readonly entries: {
    readonly id: string;
    readonly serial_number: string;
    readonly at: string;
    readonly kind: EntryKind;
    readonly actor: string;
    readonly digest: string | null;
    readonly content: string;
  };
}

export type RowEvent =
  | "claimed"
  | "taken-over"
  | "finished"
  | "stopped"
  | "released"
  | "reopened"
  | "changed"
  /** Told by a bench whose claim somebody else had taken over. */
  | "late";

export const registerScripts: readonly string[] = [
  `
  CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    -- Bench and person, as JSON.
    actor TEXT NOT NULL,
    content TEXT NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE plan_rows (
    plan TEXT NOT NULL REFERENCES plans (id),
    place INTEGER NOT NULL,
    -- Null: for the next free terminal.
    serial_number TEXT,
    site TEXT NOT NULL,
    addresses TEXT NOT NULL,
    content TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    state TEXT NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'claimed', 'done', 'stopped')),
    -- The one that it went to. Once for each plan: two benches that both have a terminal of this number cannot both go on.
    terminal TEXT,
    actor TEXT,
    -- Of the actor, to find a bench's claims.
    bench TEXT,
    claim TEXT UNIQUE,
    at TEXT NOT NULL,
    lease_until TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    why TEXT,
    result TEXT NOT NULL DEFAULT 'null',
    PRIMARY KEY (plan, place),
    UNIQUE (plan, terminal)
  );
  CREATE INDEX rows_by_serial_number ON plan_rows (plan, serial_number, state, place);
  CREATE INDEX rows_of_a_bench ON plan_rows (bench, state);
  CREATE TABLE row_events (
    -- Of the bench that tells it: told twice, it is kept once.
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    claim TEXT,
    actor TEXT NOT NULL,
    event TEXT NOT NULL,
    content TEXT NOT NULL
  );
  CREATE INDEX events_of_a_row ON row_events (plan, place, at);
  CREATE INDEX events_of_a_claim ON row_events (claim);
  CREATE TABLE addresses (
    site TEXT NOT NULL,
    address TEXT NOT NULL,
    plan TEXT,
    place INTEGER,
    serial_number TEXT,
    PRIMARY KEY (site, address)
  );
  CREATE INDEX addresses_of_a_row ON addresses (plan, place);
  `,
  `
  CREATE INDEX addresses_of_a_terminal ON addresses (serial_number);
  CREATE INDEX rows_of_a_terminal ON plan_rows (terminal);
  CREATE TABLE terminals (
    serial_number TEXT PRIMARY KEY,
    family TEXT NOT NULL,
    model TEXT,
    host_name TEXT,
    macs TEXT NOT NULL,
    addresses TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    site TEXT NOT NULL,
    replaced_by TEXT
  );
  CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    serial_number TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    -- Of settings: what tells them from others.
    digest TEXT,
    content TEXT NOT NULL
  );
  CREATE INDEX entries_of_a_terminal ON entries (serial_number, kind, at);
  `,
];
