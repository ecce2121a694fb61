// A dialect is how one family of terminals is spoken to:
//
//   connect(port) -> Session: identify, read settings, write settings, read logs
//
// Each capability is `yes`, `no` with the reason a person is shown, or `needs` something. A new family adds a folder
// and one line in registry.ts; nothing else in the product asks which family it is.
import { z } from "zod";
import type { BytePort } from "../bytes/byte-port.ts";
import type { Surroundings } from "../bytes/surroundings.ts";
import type { Localized } from "../failures/localized.ts";
import type { Result } from "../failures/result.ts";
import { type DeepReadonly, networkSettingsSchema } from "../settings/network-settings.ts";
import type { Change } from "../settings/change.ts";

const localized = z.object({ en: z.string(), "zh-CN": z.string() });

const capabilityNames = [
  "identify",
  "read-settings",
  "write-settings",
  "arm-timer",
  "read-logs",
  "follow-logs",
  "test-network",
  "console",
  "reboot",
  "set-clock",
] as const;

export type CapabilityName = (typeof capabilityNames)[number];

const capabilitySchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("yes") }),
  z.object({ state: z.literal("no"), reason: localized }),
  z.object({ state: z.literal("needs"), what: localized }),
]);

const capabilitiesSchema = z.record(z.enum(capabilityNames), capabilitySchema);

const identitySchema = z.object({
  family: z.string(),
  vendor: z.string().nullable(),
  model: z.string().nullable(),
  serialNumber: z.string().nullable(),
  firmware: z.string().nullable(),
  hostName: z.string().nullable(),
});

const clockSchema = z.object({
  /** ISO 8601 with the terminal's own offset from UTC. */
  time: z.string(),
  /** The terminal's clock minus this PC's, in seconds. */
  aheadSeconds: z.number(),
});

/** Everything read in one go. */
export const readingSchema = networkSettingsSchema.extend({
  terminal: identitySchema,
  clock: clockSchema.nullable(),
  capabilities: capabilitiesSchema,
});

export type Capability = DeepReadonly<z.infer<typeof capabilitySchema>>;
export type Capabilities = DeepReadonly<z.infer<typeof capabilitiesSchema>>;
export type Identity = DeepReadonly<z.infer<typeof identitySchema>>;
export type Reading = DeepReadonly<z.infer<typeof readingSchema>>;

export interface Credentials {
  readonly user: string;
  /** Null when the terminal is expected not to ask. Never logged, never part of a failure. */
  readonly password: string | null;
}

export interface ConnectOptions {
  readonly credentials: Credentials | null;
  /** How to become root where the login is not: `null` stays as it is. */
  readonly become: "sudo" | "su" | null;
  /** For `su`: root's own password. */
  readonly becomePassword: string | null;
  /** Bits a second; quoted in failures only. */
  readonly baudRate: number;
  /** Milliseconds that a terminal may take to answer at all. */
  readonly patience: number;
}

/** What a connection is doing, for progress: `listening`, `waking`, `logging-in`, `preparing`, `reading`, ... */
export type Stage =
  | "listening"
  | "waking"
  | "logging-in"
  | "becoming-root"
  | "preparing"
  | "reading"
  | "writing"
  | "verifying";

export interface Task {
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
}

export interface LogLines {
  /** The program or file they come from. */
  readonly source: string;
  /** Raw: redaction stands between this and everything else. */
  readonly lines: readonly string[];
}

/** What became of one way of writing. `restored`: a step failed and the old settings were put back on the terminal itself. */
export type WriteOutcome =
  | { readonly kind: "written" }
  | { readonly kind: "restored"; readonly step: string; readonly reason: string }
  | { readonly kind: "unclear"; readonly step: string; readonly reason: string };

export interface DialectSession {
  read(task: Task): Promise<Result<Reading>>;
  /**
   * Applies all changes to what was last read, or none. `written` keeps what `undo` needs on the terminal until
   * `undo` or `finish`; `restored` says that the terminal itself put everything back.
   */
  write(changes: readonly Change[], task: Task): Promise<Result<WriteOutcome>>;
  /** Takes the last `write` back. What the terminal then has is for `read` to tell. */
  undo(task: Task): Promise<Result<null>>;
  /** Forgets what `undo` needs: the last `write` stands. */
  finish(task: Task): Promise<Result<null>>;
  readLogs(lines: number, task: Task): Promise<Result<LogLines>>;
  /** Leaves the terminal as it was found (logged out, echo on) where the line still works, then lets go of the port. */
  close(): Promise<void>;
}

export interface Dialect {
  readonly family: string;
  readonly label: Localized;
  connect(port: BytePort, options: ConnectOptions & Task, surroundings: Surroundings): Promise<Result<DialectSession>>;
}
