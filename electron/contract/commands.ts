// Every command that a screen or the command line can give: its input and its output, as schemas. Types are inferred.
import { z } from "zod";
import { readingSchema } from "../core/dialects/dialect.ts";
import { terminalTestSchema, testResultSchema } from "../core/dialects/terminal-test.ts";
import { findingSchema, localizedSchema, verdictSchema } from "../core/findings/finding.ts";
import { pcSchema } from "../core/findings/check-context.ts";
import { sitePolicySchema } from "../core/findings/policy/site-policy.ts";
import { planSchema } from "../core/plans/plan.ts";
import { fieldVerdictSchema, pushOutcomeSchema } from "../core/push/outcome.ts";
import { type DeepReadonly, networkSettingsSchema } from "../core/settings/network-settings.ts";
import { backupCommands } from "./backup.ts";
import type { captureCommands } from "./captures.ts";
import type { diagnosisCommands } from "./diagnosis.ts";
import type { consoleCommands } from "./console.ts";
import { doctorCommands } from "./doctor.ts";
import { failureSchema } from "./failures.ts";
import type { givenFileCommands } from "./given-files.ts";
import type { fileCommands } from "./terminal-files.ts";
import { historyCommands } from "./history.ts";
import type { packCommands } from "./packs.ts";
import type { provisioningCommands } from "./provisioning.ts";
import type { registerCommands } from "./register.ts";
import type { preferencesCommands } from "./preferences.ts";
import { plannedSchema } from "./planned.ts";
import { lineSchema, portCommands, portNameSchema, type portSchema } from "./port.ts";
import type { openedLogCommands } from "./opened-logs.ts";
import { wantedTestSchema } from "./wanted-test.ts";
import { testReportSchema } from "./test-report.ts";
import { windowPreferenceCommands } from "./window-preferences.ts";

const session = z.string().min(1).max(64);
const secret = z.string().max(1024).nullable();

const connectInputSchema = z.object({
  port: portNameSchema,
  line: lineSchema,
  /** Whether the line's rate is found out as well, beginning with the one in `line`. */
  findRate: z.boolean().optional(),
  /** Null: found out by asking. */
  family: z.string().max(64).nullable(),
  /** The description to use, by its name or a file's path. What it says of the line holds where `line` has the defaults. */
  profile: z.string().min(1).max(1024).nullish(),
  login: z.object({ user: z.string().min(1).max(128), password: secret }).nullable(),
  become: z.enum(["sudo", "su"]).nullable(),
  becomePassword: secret,
  /** How long a terminal may take to answer at all. */
  timeoutSeconds: z.number().min(0.1).max(600),
});

const reportSchema = readingSchema.extend({ findings: z.array(findingSchema), verdict: verdictSchema });

const checkedSchema = z.object({
  findings: z.array(findingSchema),
  verdict: verdictSchema,
  /** What the site's policy switched off; absent when nothing. */
  switchedOff: z.array(findingSchema).optional(),
});

/** What is known besides the settings: the site's policy, and this PC's networks when it hangs on the same router. */
const aroundSchema = {
  policy: sitePolicySchema.nullish(),
  pc: pcSchema.nullish(),
};

const pushResultSchema = z.object({
  /** Its name in the history; null when nothing was begun. */
  id: z.string().nullable(),
  /** False when the end could not be recorded: the next connection looks again what became of it. */
  recorded: z.boolean(),
  outcome: pushOutcomeSchema,
  plan: planSchema.pick({ digest: true, changes: true }),
  fields: z.array(fieldVerdictSchema),
  /** Why, when the outcome is not what was asked for. */
  failure: failureSchema.nullable(),
  tests: z.array(testResultSchema),
});

const logsSchema = z.object({
  source: z.string(),
  lines: z.array(z.string()),
  /** Card numbers masked in them. */
  redactions: z.number().int(),
});

/** A description file, and what it can make Counterpart send. */
const describedSchema = z.object({
  /** Its file's path. */
  file: z.string(),
  digest: z.string(),
  shipped: z.boolean(),
  accepted: z.boolean(),
  /** Null where the file's form is wrong. */
  family: z.string().nullable(),
  name: localizedSchema.nullable(),
  commands: z.array(
    z.object({ purpose: z.enum(["read", "set", "save", "restart", "logs", "leave"]), text: z.string() }),
  ),
});

const rehearsedSchema = z.object({
  purpose: z.enum(["read", "logs", "set"]),
  command: z.string(),
  /** Card data masked. */
  answer: z.string().nullable(),
  patterns: z.array(z.object({ pattern: z.string(), caught: z.record(z.string(), z.string()).nullable() })),
  failure: failureSchema.nullable(),
});

/** What the window needs from its first moment on; other tables come when they are asked for, see all-commands.ts. */
export const commands = {
  ...portCommands,
  ...windowPreferenceCommands,
  ...doctorCommands,
  "terminal.connect": {
    input: connectInputSchema,
    /** `baudRate`: the line's, as it was asked for or found. */
    output: z.object({ session, baudRate: z.number().optional() }),
  },
  "terminal.read": { input: z.object({ session }), output: reportSchema },
  /** The user's own descriptions, then those that are shipped. */
  "descriptions.list": { input: z.object({}), output: z.object({ descriptions: z.array(describedSchema) }) },
  /** By a path that `list` told, and the digest of what the person saw. */
  "descriptions.accept": {
    input: z.object({ file: z.string().max(1024), digest: z.string().max(64) }),
    output: z.object({}),
  },
  /** Each command of the session's description, its answer, and what each pattern caught. */
  "descriptions.try": {
    input: z.object({ session, writes: z.boolean() }),
    output: z.object({ steps: z.array(rehearsedSchema) }),
  },
  /** What the terminal's radio hears now; `capability-missing` where it has none that could be asked. */
  "terminal.signal": {
    input: z.object({ session }),
    output: z.object({
      csq: z.number().int().nullable(),
      rsrpDbm: z.number().nullable(),
      rsrqDb: z.number().nullable(),
    }),
  },
  /** The session is of no use afterwards. */
  "terminal.reboot": { input: z.object({ session }), output: z.object({}) },
  "terminal.close": { input: z.object({ session }), output: z.object({}) },
  "settings.check": { input: z.object({ settings: networkSettingsSchema, ...aroundSchema }), output: checkedSchema },
  "settings.check-fleet": {
    input: z.object({ terminals: z.array(networkSettingsSchema).max(100_000), ...aroundSchema }),
    /** In the same order. */
    output: z.object({ checked: z.array(checkedSchema) }),
  },
  "plan.make": {
    input: z.object({
      session,
      /** `eth0.ipv4.gateway=192.168.1.1` */
      set: z.array(z.string().max(4096)).max(256),
      /** Add the corrections that the findings propose. */
      fix: z.boolean(),
    }),
    output: plannedSchema,
  },
  "plan.push": {
    input: z.object({
      session,
      digest: z.string().max(128),
      override: z.boolean(),
      /** Seconds after which the terminal takes an unconfirmed change back by itself. */
      revertSeconds: z.number().int().min(10).max(3600).default(90),
      /** Of the plan's own tests, in their order: whether it is required. Empty: none of them is carried out. */
      planned: z.array(z.boolean()).max(256).default([]),
      /** What else the terminal has to find out before the settings are confirmed. */
      tests: z.array(wantedTestSchema).max(64).default([]),
    }),
    output: pushResultSchema,
  },
  /** Each result is also told as a `tested` event when it is there. */
  "terminal.test": {
    input: z.object({
      session,
      tests: z.array(terminalTestSchema).min(1).max(64),
      /** For each. */
      seconds: z.number().int().min(1).max(60).default(5),
    }),
    output: z.object({ results: z.array(testReportSchema) }),
  },
  /** Settles what was cut off on this terminal; null when nothing was. `accept`: it is right as it is. */
  "push.resume": {
    input: z.object({ session, accept: z.boolean().default(false) }),
    output: z.object({ resumed: pushResultSchema.nullable() }),
  },
  ...historyCommands,
  ...backupCommands,
  "logs.read": { input: z.object({ session, lines: z.number().int().min(1).max(20_000) }), output: logsSchema },
} as const;

export type Commands = typeof commands &
  typeof captureCommands &
  typeof consoleCommands &
  typeof diagnosisCommands &
  typeof fileCommands &
  typeof givenFileCommands &
  typeof openedLogCommands &
  typeof packCommands &
  typeof provisioningCommands &
  typeof registerCommands &
  typeof preferencesCommands;
export type CommandName = keyof Commands;
/** As the asking side writes it: what has a default may be left out. */
export type Asked<Name extends CommandName> = DeepReadonly<z.input<Commands[Name]["input"]>>;
/** As a handler receives it. */
export type Input<Name extends CommandName> = DeepReadonly<z.infer<Commands[Name]["input"]>>;
export type Output<Name extends CommandName> = DeepReadonly<z.infer<Commands[Name]["output"]>>;
export type Report = DeepReadonly<z.infer<typeof reportSchema>>;
export type PushResult = DeepReadonly<z.infer<typeof pushResultSchema>>;
export type ListedPort = DeepReadonly<z.infer<typeof portSchema>>;
