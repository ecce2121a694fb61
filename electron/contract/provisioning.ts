// A crate of terminals: a sheet is sent, read and checked (a draft), kept as a plan, and carried out on many ports at once.
//
//   provisioning.send -> .import (a draft: headings, rows, remarks) -> .keep -> .start -> .changes, again and again -> .print
//                            \-- .remarks-sheet: the same sheet with what is wrong with it
//
// What the slots do is asked for with `provisioning.changes`, which answers as soon as there is something new (no events: their
// schemas would be loaded with the first screen). Nothing is lost by closing the window: the run goes on, and asking again
// tells how everything stands.
import { z } from "zod";
import { testResultSchema } from "../core/dialects/terminal-test.ts";
import { pcSchema } from "../core/findings/check-context.ts";
import { sitePolicySchema } from "../core/findings/policy/site-policy.ts";
import { columnSchema } from "../core/provisioning/columns.ts";
import { poolSchema } from "../core/provisioning/pool.ts";
import { remarkSchema } from "../core/provisioning/remark.ts";
import { changeSchema } from "../core/settings/change.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";
import { failureSchema } from "./failures.ts";
import { portNameSchema } from "./port.ts";

const draft = z.string().min(1).max(64);
const plan = z.string().min(1).max(64);
const slotId = z.string().min(1).max(512);
const name = z.string().max(256);
const language = z.enum(["en", "zh-CN"]);
/** Octets of a portion are at most 512 KiB: a link carries a million characters. */
const portion = z.string().max(720_000);
/** Part of a file that is made here, asked for from `offset` on until `isLast`; base64. */
const filePart = z.object({ name: z.string(), base64: z.string(), size: z.number().int(), isLast: z.boolean() });
const offset = z.number().int().nonnegative().default(0);

const mappedHeadingSchema = z.object({
  heading: z.string(),
  /** Null: left out. */
  column: columnSchema.nullable(),
  from: z.enum(["given", "remembered", "known", "unknown"]),
});

/** What a table of the plan shows of a row. */
const rowSchema = z.object({
  /** Its line in the sheet, from 1: what it is called everywhere. */
  place: z.number().int(),
  /** Null: whichever terminal comes next. */
  serialNumber: z.string().nullable(),
  site: z.string().nullable(),
  /** `192.168.1.23/24`, `DHCP`, or null: as the terminal has it. */
  address: z.string().nullable(),
  gateway: z.string().nullable(),
  dns: z.array(z.string()),
  hosts: z.array(z.string()),
  tpdu: z.string().nullable(),
  merchantNumber: z.string().nullable(),
  terminalNumber: z.string().nullable(),
  profile: z.string().nullable(),
  notes: z.string().nullable(),
});

/** The whole sheet, checked; remarks in the order of the sheet. */
const draftSchema = z.object({
  draft,
  name: z.string(),
  headings: z.array(mappedHeadingSchema),
  rowCount: z.number().int(),
  /** The first ones; `provisioning.draft-rows` has the rest. */
  rows: z.array(rowSchema),
  counts: z.object({ errors: z.number().int(), warnings: z.number().int() }),
  /** The first 500. */
  remarks: z.array(remarkSchema),
});

const actorSchema = z.object({ bench: z.string(), operator: z.string() });

const planSchema = z.object({
  plan,
  name: z.string(),
  at: z.string(),
  by: actorSchema,
  isClosed: z.boolean(),
  counts: z.object({
    free: z.number().int(),
    claimed: z.number().int(),
    done: z.number().int(),
    stopped: z.number().int(),
  }),
});

/** A pass-phrase is never kept. */
const cellColumn = columnSchema.refine((column) => column !== "passphrase" && column !== "remarks");

const rowStates = ["free", "claimed", "done", "stopped"] as const;

const keptRowSchema = rowSchema.extend({
  state: z.enum(rowStates),
  /** The terminal that the row went to. */
  terminal: z.string().nullable(),
  by: actorSchema.nullable(),
  at: z.string(),
  attempts: z.number().int(),
  /** Why it was stopped; a failure's code. */
  why: z.string().nullable(),
});

/** What a slot is doing, in order; each also is a step of the card. */
export const slotSteps = [
  "recognising",
  "claiming",
  "reading",
  "planning",
  "pushing",
  "testing",
  "confirming",
  "reporting",
] as const;

/**
 * `waiting`: for a terminal, a scan, or the run (see `waitsFor`); `working`: see `step`; `done`: the terminal has what its row
 * says, confirmed; `stop`: a person has to look, see `failure`.
 */
const slotStates = ["waiting", "working", "done", "stop"] as const;

const waitReasons = [
  /** The run was not started, or is paused. */
  "run",
  /** Nothing is plugged in there. */
  "terminal",
  /** The terminal restarts (its 24-hour restart, or after a loss of power): not a failure, it goes on by itself. */
  "restart",
  /** A terminal that was unplugged in mid-work is awaited, on whichever port. */
  "return",
  /** A scanned row waits for its terminal. */
  "scanned",
] as const;

/** An exception that stands in the report: wanted by the row, and not set by Counterpart. */
const exceptionSchema = z.object({
  field: z.string(),
  wanted: z.string(),
  /** As the terminal tells it; null: it does not tell. */
  found: z.string().nullable(),
});

/** A card of the wall. */
export const slotSchema = z.object({
  /** The USB location, `1-4.2`; or the port where there is none. */
  slot: slotId,
  /** As a person named it once; null: not yet. */
  name: z.string().nullable(),
  /** Null: nothing is plugged in. */
  port: portNameSchema.nullable(),
  state: z.enum(slotStates),
  waitsFor: z.enum(waitReasons).nullable(),
  step: z.enum(slotSteps).nullable(),
  /** As the terminal reported it. */
  serialNumber: z.string().nullable(),
  model: z.string().nullable(),
  site: z.string().nullable(),
  /** The row's. */
  address: z.string().nullable(),
  /** The row's. */
  place: z.number().int().nullable(),
  /** What was scanned for this slot and has not been matched yet. */
  scanned: z.string().nullable(),
  /** Why it stopped. */
  failure: failureSchema.nullable(),
  /** `unchanged`: the terminal had everything already; null of a card that is done: it was only looked at. */
  outcome: z.enum(["confirmed", "unchanged"]).nullable(),
  /** What is changed, or in a dry run would be. */
  changes: z.array(changeSchema),
  exceptions: z.array(exceptionSchema),
  /** Since when it is in this state; ISO 8601, UTC. */
  since: z.string(),
});

export const runSchema = z.object({
  /** Null: nothing runs. */
  plan: plan.nullable(),
  name: z.string().nullable(),
  state: z.enum(["idle", "running", "pausing", "paused"]),
  isDryRun: z.boolean(),
  operator: z.string(),
  bench: z.string(),
  counts: planSchema.shape.counts,
  slots: z.array(slotSchema),
  /** Hubs without a supply of their own that have more on them than they can feed; by location. */
  weakHubs: z.array(z.object({ hub: z.string(), terminals: z.number().int(), milliamps: z.number().int() })),
  /** What holds for all of it: the shared register cannot be reached, for instance. */
  warning: failureSchema.nullable(),
});

/** What `finishRow` and `stopRow` keep: for the report and the certificate. */
export const rowResultSchema = z.object({
  outcome: z.enum(["confirmed", "unchanged", "stopped"]),
  serialNumber: z.string().nullable(),
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  slot: z.string(),
  address: z.string().nullable(),
  changes: z.array(changeSchema),
  tests: z.array(testResultSchema),
  exceptions: z.array(exceptionSchema),
  /** In the history of pushes; null: nothing was pushed. */
  push: z.string().nullable(),
  failure: failureSchema.nullable(),
  startedAt: z.string(),
  endedAt: z.string(),
});

const login = z.object({ user: z.string().min(1).max(128), password: z.string().max(1024).nullable() });

export const provisioningCommands = {
  /** A file in portions; `upload`: null begins one. */
  "provisioning.send": {
    input: z.object({ upload: z.string().max(64).nullable(), base64: portion }),
    output: z.object({ upload: z.string() }),
  },
  /** Reads and checks the whole of it; a sheet with errors is a draft too, but cannot be kept. */
  "provisioning.import": {
    input: z.object({
      upload: z.string().max(64),
      /** The file's. */
      name,
      /** By heading; null leaves the column out. Remembered for the next sheet with the same headings. */
      mapping: z.record(z.string().max(4096), columnSchema.nullable()).default({}),
      /** Where rows without an address get one. */
      pools: z.array(poolSchema).max(256).default([]),
      policy: sitePolicySchema.nullish(),
      pc: pcSchema.nullish(),
    }),
    output: draftSchema,
  },
  "provisioning.draft-rows": {
    input: z.object({
      draft,
      after: z.number().int().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(rowSchema), remarks: z.array(remarkSchema) }),
  },
  /** The sheet as it came, with a column of remarks. */
  "provisioning.remarks-sheet": {
    input: z.object({ draft, format: z.enum(["csv", "xlsx"]), language, offset }),
    output: filePart,
  },
  /** Into the register; refused when the draft has errors or an address is held by another terminal. */
  "provisioning.keep": { input: z.object({ draft, name, operator: name }), output: z.object({ plan }) },
  "provisioning.plans": { input: z.object({}), output: z.object({ plans: z.array(planSchema) }) },
  "provisioning.rows": {
    input: z.object({
      plan,
      states: z.array(z.enum(rowStates)).optional(),
      after: z.number().int().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(keptRowSchema) }),
  },
  /** Free and stopped rows give their addresses back. */
  "provisioning.close": { input: z.object({ plan, operator: name }), output: z.object({}) },
  /** A stopped row is free again, for any terminal it fits. */
  "provisioning.reopen": {
    input: z.object({ plan, place: z.number().int(), operator: name }),
    output: z.object({}),
  },
  /** A row as it would stand in a sheet, by column: to be typed over. */
  "provisioning.row-cells": {
    input: z.object({ plan, place: z.number().int() }),
    output: z.object({ revision: z.number().int(), state: z.enum(rowStates), cells: z.record(z.string(), z.string()) }),
  },
  /**
   * Corrects a row that no terminal has yet; refused while it is being set (what was claimed is what is set) and when it is
   * done. Checked as the sheet was: with an error among the remarks, whose headings are columns, nothing is changed.
   */
  "provisioning.change-row": {
    input: z.object({
      plan,
      place: z.number().int(),
      /** Of the row that was looked at. */
      revision: z.number().int(),
      /** What is left out stays. */
      cells: z.partialRecord(cellColumn, z.string().max(4096)),
      operator: name,
    }),
    output: z.object({ isChanged: z.boolean(), remarks: z.array(remarkSchema) }),
  },
  /** The slots of this bench, also those where nothing is plugged in. */
  "provisioning.name-slot": { input: z.object({ slot: slotId, name: name.nullable() }), output: z.object({}) },
  /** A name for this PC's place; it lasts. */
  "provisioning.name-bench": { input: z.object({ name }), output: z.object({}) },
  /** Answers at once; what happens is told by `provisioning.changes`. Only the ports that are named are ever opened. */
  "provisioning.start": {
    input: z.object({
      /** In a dry run a draft may stand here too. */
      plan,
      /** Null: every listed port that is a serial device of USB, also those that are plugged in later. */
      ports: z.array(portNameSchema).min(1).max(256).nullable(),
      /** This shift's. */
      operator: name.min(1),
      /** Recognise, read and plan; nothing is written and no row is claimed. */
      dryRun: z.boolean().default(false),
      /** For terminals that ask; kept in memory as long as the run lasts. */
      login: login.nullable().default(null),
      become: z.enum(["sudo", "su"]).nullable().default(null),
      becomePassword: z.string().max(1024).nullable().default(null),
      baudRate: z.number().int().min(50).max(4_000_000).default(115_200),
      /** Carry out the tests of each row's settings before they are confirmed. */
      tests: z.boolean().default(true),
      /** Only these families are looked for; null: whatever is recognised. */
      family: z.string().max(64).nullable().default(null),
      /** How long a terminal may take to answer at all, and how long one that restarts or was unplugged is awaited. */
      timeoutSeconds: z.number().min(1).max(600).default(10),
      returnSeconds: z.number().min(1).max(3600).default(600),
    }),
    output: z.object({}),
  },
  /** Whatever is being written is finished first; then no slot begins anything. */
  "provisioning.pause": { input: z.object({}), output: z.object({}) },
  "provisioning.resume": { input: z.object({}), output: z.object({}) },
  /** Pauses, then closes every port; claims stay this bench's for another day. */
  "provisioning.end": { input: z.object({}), output: z.object({}) },
  /** Tries a slot that has stopped once more; `slot` of any other state is left alone. */
  "provisioning.retry": { input: z.object({ slot: slotId }), output: z.object({}) },
  /**
   * What a barcode scanner typed: a serial number. `slot`: null means the one that a person scanned or chose last, else the
   * only one that waits. A terminal there that reports another serial number stops that slot.
   */
  "provisioning.scan": {
    input: z.object({ text: z.string().min(1).max(256), slot: slotId.nullable() }),
    output: z.object({
      slot: slotId.nullable(),
      /** The row that it is, when there is exactly one. */
      place: z.number().int().nullable(),
      failure: failureSchema.nullable(),
    }),
  },
  /** The next shift. */
  "provisioning.operator": { input: z.object({ operator: name.min(1) }), output: z.object({}) },
  /** How all of it stands now. */
  "provisioning.status": { input: z.object({}), output: runSchema },
  /**
   * Waits until a card or the run has changed since `number` (null: answers at once), or for half a minute. `slots`: every
   * state that a card went through meanwhile, in order; `lost` when there were more than are kept, and `run` is all there is.
   */
  "provisioning.changes": {
    input: z.object({ number: z.number().int().nullable() }),
    output: z.object({ number: z.number().int(), slots: z.array(slotSchema), lost: z.boolean(), run: runSchema }),
  },
  /**
   * `report`: what was set, by whom, tests, exceptions; `certificate`: one terminal; `labels`: serial number, site and
   * address, with a barcode. HTML is a page of its own that prints well (A4, or 40x30 mm).
   */
  "provisioning.print": {
    input: z.object({
      plan,
      what: z.enum(["report", "report-csv", "certificate", "labels-a4", "labels-40x30"]),
      /** Null: all that are done (`report`: all). */
      places: z.array(z.number().int()).max(20_000).nullable().default(null),
      /** Serial numbers, besides those places. */
      terminals: z.array(z.string().max(256)).max(20_000).default([]),
      language,
      offset,
    }),
    output: filePart,
  },
} as const;

export type Slot = DeepReadonly<z.infer<typeof slotSchema>>;
export type SlotStep = (typeof slotSteps)[number];
export type Run = DeepReadonly<z.infer<typeof runSchema>>;
export type RowResult = DeepReadonly<z.infer<typeof rowResultSchema>>;
