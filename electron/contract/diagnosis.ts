// Why a terminal cannot communicate: asked of a connected terminal, or reasoned from what a person tells.
import { z } from "zod";
import { differenceSchema } from "../core/diagnosis/compare-healthy.ts";
import { adviceSchema, diagnosisSchema } from "../core/diagnosis/diagnosis.ts";
import { channelSchema } from "../core/diagnosis/evidence.ts";
import { stageSchema } from "../core/diagnosis/stage.ts";
import { localizedSchema } from "../core/findings/finding.ts";
import { networkSettingsSchema } from "../core/settings/network-settings.ts";

const hostTarget = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  tls: z.boolean().default(false),
});

/** What the person says: answers to questions of resources/knowledge, and codes that the terminal showed. */
const told = {
  answers: z
    .array(z.object({ question: z.string().max(64), option: z.string().max(64) }))
    .max(64)
    .default([]),
  codes: z
    .array(
      z.object({
        code: z.string().min(1).max(8),
        /** Which acquirer's table; all of them where null. */
        acquirer: z.string().max(64).nullable().default(null),
        attempt: z.enum(["this", "earlier"]).default("this"),
        /** The way that it came; null: the way that the person asks about. */
        channel: channelSchema.nullable().default(null),
      }),
    )
    .max(16)
    .default([]),
  /** The way that the attempt took, where the person knows; else found from the settings. */
  channel: channelSchema.nullable().default(null),
};

const questionSchema = z.object({
  id: z.string(),
  text: localizedSchema,
  options: z.array(z.object({ id: z.string(), text: localizedSchema })),
});

const diagnosedSchema = z.object({
  stages: z.array(stageSchema),
  ...diagnosisSchema.shape,
  advice: adviceSchema,
  /** The question that would decide, in words. */
  asked: questionSchema.nullable(),
  /** What each of the causes is called. */
  names: z.record(z.string(), localizedSchema),
});

const callSchema = adviceSchema.shape.call;

const foundCodeSchema = z.object({
  code: z.string(),
  /** `field39` or the table's own id. */
  table: z.string(),
  name: localizedSchema,
  source: z.string(),
  acquirer: z.string().nullable(),
  generation: z.string().nullable(),
  meaning: localizedSchema,
  cause: z.string().nullable(),
  causeName: localizedSchema.nullable(),
  call: callSchema,
});

const menuSchema = z.object({
  id: z.string(),
  name: localizedSchema,
  source: z.string(),
  places: z.array(z.object({ fields: z.array(z.string()), where: localizedSchema })),
  finish: localizedSchema,
});

const careCardSchema = z.object({
  id: z.string(),
  title: localizedSchema,
  says: z.array(localizedSchema),
  call: callSchema,
  /** Those that it helps to keep away. */
  causes: z.array(z.string()),
});

const stages = z.array(stageSchema).max(64).default([]);
/** What one terminal was found with. */
const recordSchema = z.object({ settings: networkSettingsSchema, stages });
/** Masked lines, the oldest first. */
const lines = z.array(z.string().max(4096)).max(2000).default([]);

export const diagnosisCommands = {
  "diagnosis.run": {
    input: z.object({
      session: z.string().min(1).max(64),
      /** Hosts to try besides those that the settings name. */
      hosts: z.array(hostTarget).max(3).default([]),
      ...told,
      /** This PC hangs on the same network, so its own gateway, name server and the same hosts are tried too. */
      sharesRouter: z.boolean().default(false),
      /** For each test. */
      seconds: z.number().min(1).max(60).default(5),
    }),
    /** With what it stands on, so that it can be reasoned again. */
    output: diagnosedSchema.extend({ settings: networkSettingsSchema, lines: z.array(z.string()) }),
  },
  /** Nothing is asked of anybody: without a cable, and again after each answer. */
  "diagnosis.reason": {
    input: z.object({
      settings: networkSettingsSchema.nullable().default(null),
      stages,
      lines,
      ...told,
    }),
    output: diagnosedSchema,
  },
  /** The same stages from this PC, which hangs on the terminal's router: its gateway, its name server, and hosts named here. */
  "diagnosis.from-pc": {
    input: z.object({
      hosts: z.array(hostTarget).max(3).default([]),
      seconds: z.number().min(1).max(60).default(5),
    }),
    output: z.object({ stages: z.array(stageSchema) }),
  },
  /** This terminal beside one that works: asks nobody. */
  "diagnosis.compare": {
    input: z.object({ here: recordSchema, healthy: recordSchema }),
    output: z.object({ differences: z.array(differenceSchema) }),
  },
  /** All that a person can be asked. */
  "diagnosis.questions": { input: z.object({}), output: z.object({ questions: z.array(questionSchema) }) },
  /** Codes by number or by words of their meaning; `more`: how many are left out. */
  "diagnosis.codes": {
    input: z.object({ text: z.string().max(128) }),
    output: z.object({ found: z.array(foundCodeSchema), more: z.number().int() }),
  },
  /** What this terminal was set to when a push was last confirmed on it; null where none is on record. */
  "diagnosis.healthy": {
    input: z.object({ session: z.string().min(1).max(64) }),
    output: z.object({
      healthy: z
        .object({
          /** ISO 8601. */
          at: z.string(),
          values: z.array(z.object({ interface: z.string(), field: z.string(), value: z.string().nullable() })),
        })
        .nullable(),
    }),
  },
  /** Where a person keys values in, for the models that are documented. */
  "diagnosis.menus": { input: z.object({}), output: z.object({ menus: z.array(menuSchema) }) },
  /** What keeps a terminal communicating, card by card. */
  "diagnosis.cards": { input: z.object({}), output: z.object({ cards: z.array(careCardSchema) }) },
} as const;
