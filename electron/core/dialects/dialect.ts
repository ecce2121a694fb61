// A dialect is how one family of terminals is spoken to:
//
//   connect(port) -> Session: identify, read settings, write settings, read logs
//
// Each capability is `yes`, `no` with the reason a person is shown, or `needs` something. A new family adds a folder
// and one line in registry.ts; nothing else in the product asks which family it is.
import { z } from "zod";
import type { BytePort } from "../bytes/byte-port.ts";
import type { Surroundings } from "../bytes/surroundings.ts";
import type { Failure } from "../failures/failure.ts";
import type { Localized } from "../failures/localized.ts";
import type { Result } from "../failures/result.ts";
import { type DeepReadonly, networkSettingsSchema } from "../settings/network-settings.ts";
import type { Change } from "../settings/change.ts";
import type { TerminalTest, TestResult } from "./terminal-test.ts";
import type { Description } from "./description.ts";
import type { FileAccess } from "./file-access.ts";
import type { LogAccess } from "./log-pull.ts";
import type { ProbeName } from "./probes.ts";
import type { Task } from "./task.ts";

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
  /** Terminals of this family that are described as data. */
  readonly descriptions?: readonly Description[];
}

export interface LogLines {
  /** The program or file they come from. */
  readonly source: string;
  /** Raw: redaction stands between this and everything else. */
  readonly lines: readonly string[];
}

export interface LogFilter {
  /** Who logs; `*` is everybody else. */
  readonly tag: string;
  /** Shown from this level on: verbose, debug, information, warning, error, fatal, none. */
  readonly level: "V" | "D" | "I" | "W" | "E" | "F" | "S";
}

export interface LogFollowing {
  /** Empty: everything. */
  readonly filters: readonly LogFilter[];
  /** One of `listSources`; null: the best that the terminal has. */
  readonly source: string | null;
  /**
   * Raw: redaction stands between this and everything else. While a promise is not settled, the next lines wait; `lost`:
   * lines before these that could not wait any longer.
   */
  readonly onLines: (lines: readonly string[], lost: number) => Promise<void> | void;
}

/** `isGuarded`: the terminal takes the change back by itself unless it is confirmed in time. */
export interface ArmOutcome {
  readonly isGuarded: boolean;
  /**
   * Where nothing can be kept on the terminal: what a later start needs to take the change back, to be kept on this PC
   * before anything changes. In words of the dialect's own; no value that the push does not change is in it.
   */
  readonly wayBack?: string | undefined;
}

/**
 * What became of a step of writing. `failed`: the terminal itself has undone everything; `late`: it had taken the change
 * back before the confirmation came.
 */
export type WriteOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "late" }
  | { readonly kind: "failed" | "unclear"; readonly step: string; readonly reason: string };

export interface ArmTerms {
  /** The push's own name, unguessable: what it leaves on the terminal is found again by it. Letters, digits and dashes. */
  readonly id: string;
  /** Seconds until an unconfirmed change is taken back. */
  readonly revertSeconds: number;
}

/** What an earlier push has left on the terminal. */
export interface Standing {
  /** The push that left it; null when it was cut off before it had written that. */
  readonly id: string | null;
  /**
   * `begun`: nothing has changed yet; `armed`: changed or not, nothing lasts; `fired`: it is being taken back;
   * `restored`, `failed`: taken back, or that did not work; `confirmed`: being made to last; `kept`: it lasts;
   * `between`: a power cut stopped the confirmation between two files.
   */
  readonly phase: "begun" | "armed" | "fired" | "restored" | "failed" | "confirmed" | "kept" | "between";
  /** Whether somebody on the terminal still acts for it: the watchdog, or a step that has not ended. */
  readonly isHeld: boolean;
}

/** What this PC has kept of a push that was cut off. */
export interface LeftPush {
  readonly id: string;
  /** As `arm` handed it out; null when there was none, or nothing was changed yet. */
  readonly wayBack: string | null;
  /** Whether it had been decided that the change is to last. */
  readonly isDecided: boolean;
}

/** What a radio hears; null where it does not tell. */
export interface LineSignal {
  /** 0 to 31, 99 when unknown (3GPP TS 27.007 8.5). */
  readonly csq: number | null;
  readonly rsrpDbm: number | null;
  readonly rsrqDb: number | null;
}

/** One command of a description, tried on a terminal. */
export interface Rehearsed {
  readonly purpose: "read" | "logs" | "set";
  readonly command: string;
  /** Raw; null where there was none. */
  readonly answer: string | null;
  /** Null: it matched nothing. */
  readonly patterns: readonly {
    readonly pattern: string;
    readonly caught: Readonly<Record<string, string>> | null;
  }[];
  readonly failure: Failure | null;
}

export interface DialectSession {
  /** The file's name of the one description that it is spoken to with; absent or null: none in particular. */
  readonly description?: string | null;
  read(task: Task): Promise<Result<Reading>>;
  /** Asked again and again while somebody looks; absent where the family has no radio that it could ask. */
  readSignal?(task: Task): Promise<Result<LineSignal>>;
  /** Reads again what concerns these interfaces; the rest is as it was last read. */
  readBack(names: readonly string[], task: Task): Promise<Result<Reading>>;
  /** What an earlier push has left on the terminal; null when nothing is there. `left`: the one that is to be settled. */
  inspect(task: Task, left: LeftPush | null): Promise<Result<Standing | null>>;
  /** Sends everything for changes to what was last read, and the way back, and arms it; changes nothing yet. */
  arm(changes: readonly Change[], terms: ArmTerms, task: Task): Promise<Result<ArmOutcome>>;
  /** Makes the armed changes run, without making them last. */
  apply(task: Task): Promise<Result<WriteOutcome>>;
  /** Makes them last; from here on nothing goes back by itself. */
  confirm(task: Task): Promise<Result<WriteOutcome>>;
  /** One staged test from the terminal, bounded by `seconds`. */
  test(test: TerminalTest, seconds: number, task: Task): Promise<Result<TestResult>>;
  /** Takes everything back that the push of this id has done. What the terminal then has is for `read` to tell. */
  rollBack(id: string, task: Task): Promise<Result<null>>;
  /** Finishes a confirmation that stopped between two files. */
  complete(id: string, task: Task): Promise<Result<null>>;
  /** Forgets the way back. */
  finish(id: string, task: Task): Promise<Result<null>>;
  readLogs(lines: number, task: Task): Promise<Result<LogLines>>;
  /** Hands on lines as the terminal writes them, until the task is stopped; resolves when the terminal itself ends. */
  followLogs(follow: LogFollowing, task: Task): Promise<Result<null>>;
  /** Whole logs, and what is new in them; absent where the family knows only its latest lines. */
  readonly logs?: LogAccess;
  /** Files of the terminal; absent where the family has none. */
  readonly files?: FileAccess;
  /** Starts the terminal anew; the session is of no use afterwards. */
  reboot(task: Task): Promise<Result<null>>;
  /** Only of described terminals: what each command of the description answers. `writes`: sets again what was read. */
  rehearse?(writes: boolean, task: Task): Promise<Result<readonly Rehearsed[]>>;
  /** Leaves the terminal as it was found (logged out, echo on) where the line still works, then lets go of the port. */
  close(): Promise<void>;
}

export interface Dialect {
  readonly family: string;
  readonly label: Localized;
  /** How a terminal of this family is found on a line where nobody has named it. */
  readonly signs: {
    /** What makes it answer; the bytes are in probes.ts. */
    readonly probe: ProbeName;
    /** Whether everything heard so far (one character per byte) is such a terminal's, or one that a description names. */
    readonly recognizes: (heard: string, descriptions?: readonly Description[]) => boolean;
    /** Whether that counts only behind the probe: a boot loader says OK, too. */
    readonly countsWhenAsked: boolean;
  };
  connect(port: BytePort, options: ConnectOptions & Task, surroundings: Surroundings): Promise<Result<DialectSession>>;
}
