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
import { makeConsoleCommands } from "./console.ts";
import { failureSchema } from "./failures.ts";
import { historyCommands } from "./history.ts";
import { wantedTestSchema } from "./wanted-test.ts";
import { testReportSchema } from "./test-report.ts";

const portName = z.string().min(1).max(512);
const session = z.string().min(1).max(64);
const secret = z.string().max(1024).nullable();

const lineSchema = z.object({
  baudRate: z.number().int().min(50).max(4_000_000).default(115200),
  dataBits: z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(["none", "even", "odd", "mark", "space"]).default("none"),
  stopBits: z.union([z.literal(1), z.literal(1.5), z.literal(2)]).default(1),
  flowControl: z.enum(["none", "hardware", "software"]).default("none"),
  dtr: z.boolean().default(true),
  rts: z.boolean().default(true),
});

const portSchema = z.object({
  /** What `port` takes. */
  path: z.string(),
  kind: z.enum(["serial", "demo"]),
  label: localizedSchema.nullable(),
  manufacturer: z.string().nullable(),
  serialNumber: z.string().nullable(),
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  permitted: z.boolean().nullable(),
  /** Whether a program has it, Counterpart too; absent or null: not known. */
  inUse: z.boolean().nullish(),
});

const connectInputSchema = z.object({
  port: portName,
  line: lineSchema,
  /** Whether the line's rate is found out as well, beginning with the one in `line`. */
  findRate: z.boolean().optional(),
  /** Null: found out by asking. */
  family: z.string().max(64).nullable(),
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

export const commands = {
  "ports.list": { input: z.object({}), output: z.object({ ports: z.array(portSchema) }) },
  "terminal.connect": {
    input: connectInputSchema,
    /** `baudRate`: the line's, as it was asked for or found. */
    output: z.object({ session, baudRate: z.number().optional() }),
  },
  "terminal.read": { input: z.object({ session }), output: reportSchema },
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
    output: planSchema,
  },
  "plan.push": {
    input: z.object({
      session,
      digest: z.string().max(128),
      override: z.boolean(),
      /** Seconds after which the terminal takes an unconfirmed change back by itself. */
      revertSeconds: z.number().int().min(10).max(3600).default(90),
      /** What the terminal has to find out before the settings are confirmed. */
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
  ...makeConsoleCommands(portName, lineSchema),
  "logs.read": { input: z.object({ session, lines: z.number().int().min(1).max(20_000) }), output: logsSchema },
} as const;

export type CommandName = keyof typeof commands;
/** As the asking side writes it: what has a default may be left out. */
export type Asked<Name extends CommandName> = DeepReadonly<z.input<(typeof commands)[Name]["input"]>>;
/** As a handler receives it. */
export type Input<Name extends CommandName> = DeepReadonly<z.infer<(typeof commands)[Name]["input"]>>;
export type Output<Name extends CommandName> = DeepReadonly<z.infer<(typeof commands)[Name]["output"]>>;
export type Report = DeepReadonly<z.infer<typeof reportSchema>>;
export type PushResult = DeepReadonly<z.infer<typeof pushResultSchema>>;
export type ListedPort = DeepReadonly<z.infer<typeof portSchema>>;
