// What this PC recorded of pushes: the history, what was cut off, the audit trail, and the commands that ask for them.
import { z } from "zod";
import { testResultSchema } from "../core/dialects/terminal-test.ts";
import { pushStates } from "../core/push/journal.ts";
import { pushOutcomeSchema } from "../core/push/outcome.ts";
import { changeSchema } from "../core/settings/change.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";
import { plannedSchema } from "./planned.ts";

const session = z.string().min(1).max(64);
const pushId = z.string().min(1).max(64);

export const pushedTerminalSchema = z.object({
  family: z.string(),
  serialNumber: z.string().nullable(),
  hostName: z.string().nullable(),
  /** Of its own interfaces; sorted. */
  macs: z.array(z.string()),
  /** The port that it was on. */
  port: z.string(),
});

/** What the terminal showed when the person signed in on it (签到). */
export const signedInSchema = z.enum(["ok", "failed"]);

export const historyEntrySchema = z.object({
  id: pushId,
  /** ISO 8601, UTC. */
  at: z.string(),
  /** The operating system's name of the person. */
  who: z.string(),
  terminal: pushedTerminalSchema,
  changes: z.array(changeSchema),
  /** The last step that was recorded before it was done. */
  state: z.enum(pushStates),
  /** A failure's code or the step that failed. */
  why: z.string().nullable(),
  /** Null as long as it is under way or was cut off. */
  outcome: pushOutcomeSchema.nullable(),
  endedAt: z.string().nullable(),
  tests: z.array(testResultSchema),
  signedIn: signedInSchema.nullable(),
  /** The push that this one took back. */
  undoes: pushId.nullable(),
});

const auditReportSchema = z.object({
  /** Whole ones, from the first. */
  entries: z.number().int(),
  /** Hash of the last whole entry; null when there is none. */
  head: z.string().nullable(),
  /** The first entry that is not as it was written. */
  broken: z
    .object({ place: z.number().int(), reason: z.enum(["gap", "unlinked", "altered", "head-missing"]) })
    .nullable(),
});

/** A serial number, a host name or a MAC address; null for all terminals. */
const terminal = z.string().max(256).nullable().default(null);

export const historyCommands = {
  /** The latest first, in pages: `olderThan` is the last one of the page before. */
  "history.list": {
    input: z.object({
      terminal,
      limit: z.number().int().min(1).max(1000).default(200),
      olderThan: pushId.nullable().default(null),
    }),
    output: z.object({ pushes: z.array(historyEntrySchema), hasOlder: z.boolean() }),
  },
  /** Cut off and not settled; those that are under way now are not among them. */
  "history.open": { input: z.object({}), output: z.object({ pushes: z.array(historyEntrySchema) }) },
  /** The whole history as a sheet, a row for each change. */
  "history.export": { input: z.object({ terminal }), output: z.object({ csv: z.string() }) },
  /** `push`: null means the latest one that was confirmed on this terminal. `insist`: also when the settings moved on. */
  "history.undo-plan": {
    input: z.object({ session, push: pushId.nullable(), insist: z.boolean() }),
    output: z.object({ undoes: pushId, plan: plannedSchema }),
  },
  /** What the terminal showed at the sign-in after a push; `push`: null means the latest confirmed one on the port. */
  "history.signed-in": {
    input: z.object({ push: pushId.nullable(), port: z.string().max(512), outcome: signedInSchema }),
    output: z.object({ push: pushId }),
  },
  /** `head`: one that somebody kept, to be found again. */
  "audit.verify": {
    input: z.object({ head: z.string().max(128).nullable() }),
    output: auditReportSchema,
  },
} as const;

export type PushedTerminal = DeepReadonly<z.infer<typeof pushedTerminalSchema>>;
export type HistoryEntry = DeepReadonly<z.infer<typeof historyEntrySchema>>;
export type SignedIn = z.infer<typeof signedInSchema>;
export type AuditReport = DeepReadonly<z.infer<typeof auditReportSchema>>;
