// Codes that log lines quote, in words.
import { z } from "zod";
import { localizedSchema } from "../core/findings/finding.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

const codeMeaningSchema = z.object({
  /** Whose codes these are, and by which document. */
  table: localizedSchema,
  source: z.string(),
  /** Of a host's answers: whose table, and of which generation. */
  acquirer: z.string().nullable(),
  generation: z.string().nullable(),
  meaning: localizedSchema,
  cause: z.object({ id: z.string(), name: localizedSchema }).nullable(),
});

export const quotedCodeSchema = z.object({
  code: z.string(),
  /** Characters of the line's text; null where it stands there as bytes. */
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  /** By each table that has it; several where tables differ; empty where none has it. */
  meanings: z.array(codeMeaningSchema),
});

/** A code and how often lines quote it. */
export const countedCodeSchema = z.object({
  code: z.string(),
  count: z.number().int(),
  /** The first of them. */
  line: z.number().int().nonnegative(),
  meanings: z.array(codeMeaningSchema),
});

export type CodeMeaning = z.infer<typeof codeMeaningSchema>;
export type QuotedCode = z.infer<typeof quotedCodeSchema>;
export type CountedCode = DeepReadonly<z.infer<typeof countedCodeSchema>>;
