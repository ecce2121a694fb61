// The register of terminals: who they are, what happened to them, and the commands that ask for it.
import { z } from "zod";
import { pushedTerminalSchema } from "./history.ts";
import { plannedSchema } from "./planned.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

const serialNumber = z.string().min(1).max(256);
/** ISO 8601, UTC. */
const moment = z.iso.datetime();

const entryKinds = ["settings", "push", "test", "capture", "replaced", "replaces", "note"] as const;

const actorSchema = z.object({
  /** One PC's place: an id that lasts, and the name that people call it. */
  bench: z.object({ id: z.string(), name: z.string() }),
  /** The person's name for this shift. */
  operator: z.string(),
});

const knownTerminalSchema = z.object({
  serialNumber,
  family: z.string(),
  model: z.string().nullable(),
  hostName: z.string().nullable(),
  /** Sorted, lower case. */
  macs: z.array(z.string()),
  /** Its own, as it was last read; without prefix lengths. */
  addresses: z.array(z.string()),
});

const registeredTerminalSchema = knownTerminalSchema.extend({
  firstSeen: z.string(),
  lastSeen: z.string(),
  /** Where it stands, as a plan's row said; empty when none named it. */
  site: z.string(),
  /** The one that took its place. */
  replacedBy: z.string().nullable(),
  /** Who noted something new of it last; null: nothing is noted. */
  lastBy: actorSchema.nullable(),
});

const entrySchema = z.object({
  id: z.string(),
  serialNumber,
  /** When it happened on the bench; ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(entryKinds),
  /** Without secrets; of `settings` the settings as they were read. */
  content: z.unknown(),
  by: actorSchema,
});

/** A value that two moments do not share; null: it was not there. */
const differenceSchema = z.object({
  /** As `interfaces.eth0.ipv4.address`. */
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

const file = z.string().min(1).max(4096);
const text = z.string().max(256).default("");
/** What a copy under way is called. */
const transfer = z.string().min(1).max(64);

export const registerCommands = {
  /** By serial number, in pages: `after` is the last one of the page before. `text`: part of anything that names it. */
  "register.search": {
    input: z.object({
      text,
      limit: z.number().int().min(1).max(1000).default(200),
      after: serialNumber.nullable().default(null),
    }),
    output: z.object({ terminals: z.array(registeredTerminalSchema), hasMore: z.boolean() }),
  },
  /** One terminal and what happened to it, the latest first; null: the register does not know it. */
  "register.show": {
    input: z.object({
      serialNumber,
      kinds: z.array(z.enum(entryKinds)).nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(100),
      /** Only what happened at or before this. */
      until: moment.nullable().default(null),
    }),
    output: z.object({ terminal: registeredTerminalSchema.nullable(), entries: z.array(entrySchema) }),
  },
  /** What its settings were at two moments, in any order; `from` and `to`: when they were read, null when none were known. */
  "register.compare": {
    input: z.object({ serialNumber, from: moment, to: moment }),
    output: z.object({
      from: z.string().nullable(),
      to: z.string().nullable(),
      differences: z.array(differenceSchema),
    }),
  },
  /** Of every terminal that `text` finds, a row each. An XLSX file is base64. */
  "register.export": {
    input: z.object({ text, format: z.enum(["csv", "xlsx", "json"]) }),
    output: z.object({ content: z.string(), isBase64: z.boolean(), terminals: z.number().int() }),
  },
  /** The register's file as it is at this moment, proven whole. Only from who may name files of this PC. */
  "register.backup": { input: z.object({ file }), output: z.object({ file: z.string(), bytes: z.number().int() }) },
  /** What the register held is kept beside it. */
  "register.restore": { input: z.object({ file }), output: z.object({ keptAs: z.string().nullable() }) },
  /**
   * The same for a window that can name no files: a copy in portions. `copy`: null makes one, as the register is at this moment;
   * with its last portion it is gone.
   */
  "register.take-copy": {
    input: z.object({ copy: transfer.nullable(), offset: z.number().int().nonnegative().default(0) }),
    output: z.object({
      copy: z.string(),
      name: z.string(),
      base64: z.string(),
      size: z.number().int(),
      isLast: z.boolean(),
    }),
  },
  /** A copy that is to be put back, in portions; `upload`: null begins one. More than 64 MB are refused. */
  "register.send-copy": {
    input: z.object({ upload: transfer.nullable(), base64: z.string().max(720_000) }),
    output: z.object({ upload: z.string() }),
  },
  /** As `register.restore`; `name`: what the person calls the file. */
  "register.put-back": {
    input: z.object({ upload: transfer, name: z.string().min(1).max(256) }),
    output: z.object({ keptAs: z.string().nullable() }),
  },
  /** The settings that the register has of another unit, as a plan for the terminal that is connected. */
  "register.plan-replacement": {
    input: z.object({
      session: z.string().min(1).max(64),
      old: serialNumber,
      /** As they were then; null: the latest. */
      at: moment.nullable().default(null),
    }),
    output: z.object({
      plan: plannedSchema,
      /** When they were read. */
      read: z.string(),
      to: pushedTerminalSchema,
      unmatched: z.array(z.string()),
      leftOut: z.array(z.string()),
    }),
  },
  /** The new unit, which has been read, stands in the old one's place now. */
  "register.replace": {
    input: z.object({ old: serialNumber, replacement: serialNumber, addresses: z.enum(["kept", "freed"]) }),
    output: z.object({
      outcome: z.enum(["replaced", "terminal-unknown", "replaced-before"]),
      addresses: z.array(z.string()),
    }),
  },
} as const;

export type EntryKind = (typeof entryKinds)[number];
export type Actor = DeepReadonly<z.infer<typeof actorSchema>>;
export type KnownTerminal = DeepReadonly<z.infer<typeof knownTerminalSchema>>;
export type RegisteredTerminal = DeepReadonly<z.infer<typeof registeredTerminalSchema>>;
export type RegisterEntry = DeepReadonly<z.infer<typeof entrySchema>>;
