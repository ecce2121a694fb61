// Logs that are open in the viewer. Their lines stay on the Node side: the window asks for a view (filtered, searched) and for
// slices of it, masked. Rows are counted from 0 within a view; lines are counted from 0 through all sources of a log, and
// from 1 within a source, as people count them.
import { z } from "zod";
import { localizedSchema } from "../core/findings/finding.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";
import { growingLogCommands } from "./growing-logs.ts";
import { countedCodeSchema, quotedCodeSchema } from "./line-codes.ts";

const log = z.string().min(1).max(64);
const view = z.number().int().nonnegative();
const row = z.number().int().nonnegative();
const line = z.number().int().nonnegative();
/** Milliseconds since 1970; before 1980: since the terminal started. */
const time = z.number().nullable();
const severitySchema = z.enum(["error", "warning", "info", "debug"]);
/** `none`: lines that say nothing of it. */
const severityFilter = z.enum(["error", "warning", "info", "debug", "none"]);

const placementSchema = z.object({
  /** Minutes east of UTC where lines say nothing. */
  offset: z.number().int().min(-840).max(840),
  /** Milliseconds by which the terminal's clock was ahead of the PC's: taken off. */
  ahead: z.number().int().min(-1e13).max(1e13),
});

/** `gone`, `replaced`: no longer where it was; `rewritten`: what was read is not in it any more. */
const noteSchema = z.enum([
  "cut",
  "damaged",
  "bomb",
  "line-cut",
  "too-large",
  "unreadable",
  "gone",
  "replaced",
  "rewritten",
]);

const sourceSchema = z.object({
  name: z.string(),
  lines: z.number().int(),
  bytes: z.number(),
  /** What it will be once all of it is read; null where that is not known. */
  expected: z.number().nullable(),
  encoding: z.enum(["utf-8", "gb18030"]),
  formats: z.array(z.string()),
  placement: placementSchema,
  notes: z.array(noteSchema),
});

const markSchema = z.object({
  line,
  text: z.string(),
  /** A bookmark without words has none. */
  at: z.string(),
});

const describedSchema = z.object({
  log,
  isIndexed: z.boolean(),
  /** See `log.grow`. */
  round: z.number().int(),
  version: z.number().int(),
  /** Lines may be added to its files while it is open: `log.grow` tells. */
  canGrow: z.boolean(),
  lines: z.number().int(),
  first: time,
  last: time,
  sources: z.array(sourceSchema),
  /** Programs that wrote lines, the most talkative first. */
  programs: z.array(z.object({ name: z.string(), lines: z.number().int() })),
  severities: z.record(severityFilter, z.number().int()),
  marks: z.array(markSchema),
});

const searchSchema = z.object({
  text: z.string().max(500),
  isPattern: z.boolean(),
  isCaseSensitive: z.boolean(),
});

const filterSchema = z.object({
  search: searchSchema.nullable(),
  /** Only lines that are found; else all, and the found ones can be stepped through. */
  onlyHits: z.boolean(),
  /** Places in `sources`; null: all. */
  sources: z.array(z.number().int().nonnegative()).max(256).nullable(),
  programs: z.array(z.string().max(200)).max(256).nullable(),
  severities: z.array(severityFilter).nullable(),
  /** `C01` to `C31`, `normal`; `any`: every line that means something. */
  causes: z.array(z.string().max(16)).max(64).nullable(),
  from: time,
  to: time,
  onlyMarked: z.boolean(),
});

const rowSchema = z.object({
  line,
  source: z.number().int(),
  /** From 1. */
  number: z.number().int(),
  time,
  severity: severitySchema.nullable(),
  program: z.string().nullable(),
  cause: z.string().nullable(),
  text: z.string(),
  /** Characters beyond those shown. */
  more: z.number().int(),
  isHit: z.boolean(),
});

const causeSchema = z.object({
  cause: z.string(),
  name: localizedSchema,
  count: z.number().int(),
  first: time,
  last: time,
  evidence: z.array(z.object({ line, time, text: z.string(), meaning: localizedSchema })),
});

const bucketSchema = z.object({
  count: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  hits: z.number().int(),
  causes: z.array(z.string()),
});

const timelineSchema = z.object({
  first: time,
  last: time,
  buckets: z.array(bucketSchema),
  gaps: z.array(z.object({ line, from: z.number(), to: z.number() })),
  /** Where the clock was set back. */
  jumps: z.array(z.object({ line, from: z.number(), to: z.number() })),
  restarts: z.array(z.object({ line, at: time, isDaily: z.boolean() })),
});

const fieldSchema = z.object({ number: z.number().int(), text: z.string(), meaning: localizedSchema.nullable() });

const explainedSchema = z.object({
  line,
  source: z.number().int(),
  number: z.number().int(),
  time,
  severity: severitySchema.nullable(),
  program: z.string().nullable(),
  text: z.string(),
  meaning: localizedSchema.nullable(),
  cause: z.object({ id: z.string(), name: localizedSchema }).nullable(),
  codes: z.array(quotedCodeSchema),
  /** The ISO 8583 message that the line holds or belongs to. */
  message: z.object({ type: z.string(), tpdu: z.string().nullable(), fields: z.array(fieldSchema) }).nullable(),
});

const comparedKindSchema = z.object({ kind: z.string(), one: z.number().int(), other: z.number().int(), line });

const sideSchema = z.object({ log, source: z.number().int().nullable(), from: time, to: time });

export const openedLogCommands = {
  ...growingLogCommands,
  /** Whether files can be opened by their path; else they are sent. */
  "log.ways": { input: z.object({}), output: z.object({ byPath: z.boolean() }) },
  "log.open": {
    input: z.object({
      paths: z.array(z.string().min(1).max(4096)).max(256),
      /** Files that were sent. */
      sent: z.array(z.string().min(1).max(64)).max(256),
      /** Captures that this PC keeps, by their ids: no page chooses a path. */
      captures: z
        .array(z.string().regex(/^[\w-]{1,64}$/))
        .max(64)
        .default([]),
      /** The name of a log that begins empty, for a terminal that is followed. */
      live: z.string().min(1).max(256).nullable().default(null),
      placement: placementSchema.default({ offset: 0, ahead: 0 }),
    }),
    output: describedSchema,
  },
  /** A file sent in portions; `file` null begins one. What is kept of it is masked. */
  "log.send": {
    input: z.object({
      file: z.string().max(64).nullable(),
      name: z.string().min(1).max(1024),
      /** When it was last written to, milliseconds since 1970. */
      written: z.number(),
      /** Base64. */
      data: z.string().max(960_000),
      isLast: z.boolean(),
    }),
    output: z.object({ file: z.string() }),
  },
  "log.describe": { input: z.object({ log }), output: describedSchema },
  "log.close": { input: z.object({ log }), output: z.object({}) },
  "log.place": {
    input: z.object({ log, source: z.number().int().nonnegative(), placement: placementSchema }),
    output: describedSchema,
  },
  /** `isCut`: the search was stopped by its limits; what it found until then is there. */
  "log.view": {
    input: z.object({ log, filter: filterSchema }),
    output: z.object({ view, rows: z.number().int(), hits: z.number().int(), isCut: z.boolean() }),
  },
  "log.rows": {
    input: z.object({ log, view, first: row, count: z.number().int().min(1).max(1000) }),
    output: z.object({ rows: z.array(rowSchema) }),
  },
  /** Rows by a line, a time, or the next hit or marked line from a row on. */
  "log.find": {
    input: z.object({
      log,
      view,
      wanted: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("line"), line }),
        z.object({
          kind: z.literal("number"),
          source: z.number().int().nonnegative(),
          number: z.number().int().min(1),
        }),
        z.object({ kind: z.literal("time"), time: z.number() }),
        z.object({ kind: z.enum(["hit", "mark", "meaning"]), from: row, isForward: z.boolean() }),
      ]),
    }),
    output: z.object({ row: row.nullable() }),
  },
  "log.timeline": {
    input: z.object({ log, view, buckets: z.number().int().min(1).max(2000) }),
    output: timelineSchema,
  },
  /** `codes`: those that lines quote, the most frequent first. */
  "log.causes": {
    input: z.object({ log }),
    output: z.object({ causes: z.array(causeSchema), codes: z.array(countedCodeSchema) }),
  },
  /** The cause that a finding of that rule speaks for; null where it stops no payment, or the rule is not known. */
  "log.cause-of": {
    input: z.object({ rule: z.string().max(128) }),
    output: z.object({ cause: z.string().nullable() }),
  },
  "log.explain": { input: z.object({ log, line }), output: explainedSchema },
  /** A bookmark, with a note or without one; null takes it away. */
  "log.mark": {
    input: z.object({ log, line, text: z.string().max(4000).nullable() }),
    output: z.object({ marks: z.array(markSchema) }),
  },
  /** Masked lines of a view, from a row on: a portion of a file; `next` null at the end. */
  "log.export": {
    input: z.object({
      log,
      view,
      format: z.enum(["text", "csv", "json"]),
      first: row,
      /** Up to this row, not included; null: all. */
      end: row.nullable(),
      /** A portion came before this one. */
      isBegun: z.boolean(),
    }),
    output: z.object({ text: z.string(), next: row.nullable() }),
  },
  /** Differences by kind of message, the largest first. */
  "log.compare": {
    input: z.object({ one: sideSchema, other: sideSchema }),
    output: z.object({
      one: z.object({ lines: z.number().int(), first: time, last: time }),
      other: z.object({ lines: z.number().int(), first: time, last: time }),
      kinds: z.array(comparedKindSchema),
      /** Kinds that one side has as often as the other. */
      same: z.number().int(),
      isCut: z.boolean(),
    }),
  },
} as const;

export type LogFilter = DeepReadonly<z.infer<typeof filterSchema>>;
export type LogSearch = DeepReadonly<z.infer<typeof searchSchema>>;
export type LogRow = DeepReadonly<z.infer<typeof rowSchema>>;
export type DescribedLog = DeepReadonly<z.infer<typeof describedSchema>>;
export type LogTimeline = DeepReadonly<z.infer<typeof timelineSchema>>;
export type LogCause = DeepReadonly<z.infer<typeof causeSchema>>;
export type ExplainedLine = DeepReadonly<z.infer<typeof explainedSchema>>;
export type LogMark = DeepReadonly<z.infer<typeof markSchema>>;
export type SourceNote = z.infer<typeof noteSchema>;
export type Placement = DeepReadonly<z.infer<typeof placementSchema>>;
export type SeverityFilter = z.infer<typeof severityFilter>;
export type ComparedSide = DeepReadonly<z.infer<typeof sideSchema>>;
