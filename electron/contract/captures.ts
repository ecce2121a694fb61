// Logs of a terminal as a whole: what it has, pulling what is new, following it live, and the captures that this PC keeps.
import { z } from "zod";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

const session = z.string().min(1).max(64);
const captureId = z.string().regex(/^[\w-]{1,64}$/);
const sourceName = z.string().min(1).max(512);

const logSourceSchema = z.object({
  /** `journal`, `kernel`, `ring`, `logcat`, or the path of a file on the terminal. */
  name: z.string(),
  purpose: z.enum(["system", "kernel", "application", "ppp", "wifi", "modem"]),
  /** Bytes; null where only reading it would tell. */
  size: z.number().int().nullable(),
});

const capturePartSchema = z.object({
  source: z.string(),
  /** Absolute, on this PC; its lines are masked. */
  path: z.string(),
  lines: z.number().int(),
  bytes: z.number().int(),
  /** `rotated`: another file had taken the source's place; `cut`: older lines were left out; `broken-off`: the rest is for the next pull. */
  note: z.enum(["whole", "rotated", "cut", "broken-off"]),
});

export const captureSchema = z.object({
  id: captureId,
  /** ISO 8601, UTC. */
  at: z.string(),
  /** The terminal's serial number, MAC address or port, as the folder is named. */
  terminal: z.string(),
  /** Absolute, on this PC. */
  folder: z.string(),
  isWhole: z.boolean(),
  /** Card numbers, tracks, PIN blocks and keys that were masked. */
  redactions: z.number().int(),
  bytes: z.number().int(),
  /** Seconds; null: not known. */
  clockAhead: z.number().nullable(),
  /** Minutes east of UTC of the terminal's clock; null: not known. */
  zone: z.number().nullable(),
  /** Somebody wants to keep it: no limit takes it away. */
  isPinned: z.boolean(),
  parts: z.array(capturePartSchema),
});

const limitsSchema = z.object({
  /** Captures older than this go. */
  days: z.number().int().min(1).max(36_500),
  /** The oldest go until the others need no more than this. */
  bytes: z
    .number()
    .int()
    .min(1024 * 1024),
});

const filterSchema = z.object({ tag: z.string().min(1).max(64), level: z.enum(["V", "D", "I", "W", "E", "F", "S"]) });

export const captureCommands = {
  "logs.sources": {
    input: z.object({ session, files: z.array(sourceName).max(64).default([]) }),
    output: z.object({ sources: z.array(logSourceSchema) }),
  },
  /** Progress is told as `pulling` events; null: nothing new. */
  "logs.pull": {
    input: z.object({
      session,
      /** Null: what says most, each line once. */
      sources: z.array(sourceName).max(64).nullable().default(null),
      /** Paths to look for besides. */
      files: z.array(sourceName).max(64).default([]),
      /** Everything, instead of what is new since the last pull. */
      all: z.boolean().default(false),
    }),
    output: z.object({ capture: captureSchema.nullable() }),
  },
  /** Ends when it is cancelled or the terminal ends it. Lines are asked for by `logs.more`. */
  "logs.follow": {
    input: z.object({
      session,
      source: sourceName.nullable().default(null),
      filters: z.array(filterSchema).max(64).default([]),
    }),
    output: z.object({}),
  },
  /** Waits until there are lines, or until following is over. Who asks seldom loses lines, and is told how many. */
  "logs.more": {
    input: z.object({ session }),
    output: z.object({
      lines: z.array(z.string()),
      /** Lines before these that nobody asked for in time. */
      lost: z.number().int(),
      redactions: z.number().int(),
      over: z.boolean(),
    }),
  },
  /** The latest first. */
  "captures.list": {
    input: z.object({ terminal: z.string().max(256).nullable().default(null) }),
    output: z.object({ captures: z.array(captureSchema), folder: z.string(), limits: limitsSchema }),
  },
  "captures.remove": { input: z.object({ id: captureId }), output: z.object({}) },
  "captures.pin": { input: z.object({ id: captureId, isPinned: z.boolean() }), output: z.object({}) },
  /** What is not given stays; captures beyond the limits go at once. */
  "captures.limit": { input: limitsSchema.partial(), output: limitsSchema },
} as const;

export type Capture = DeepReadonly<z.infer<typeof captureSchema>>;
export type CaptureLimits = DeepReadonly<z.infer<typeof limitsSchema>>;
