import { z } from "zod";
import type { DeepReadonly } from "../settings/network-settings.ts";

/**
 * `confirmed`: read back as wanted; `unchanged`: it already was so; `rolled-back`: the old settings were read back;
 * `refused`: nothing was written; `unknown`: the line was lost in between.
 */
export const pushOutcomeSchema = z.enum(["confirmed", "unchanged", "rolled-back", "refused", "unknown"]);

export const fieldVerdictSchema = z.object({
  interface: z.string(),
  field: z.string(),
  /** Judged by what runs on the terminal, read back. */
  verdict: z.enum(["applied", "not-applied", "unknown"]),
  /** Whether it survives a restart; null when not known. */
  persisted: z.boolean().nullable(),
});

export type PushOutcome = z.infer<typeof pushOutcomeSchema>;
export type FieldVerdict = DeepReadonly<z.infer<typeof fieldVerdictSchema>>;
