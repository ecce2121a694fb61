// settings + wanted changes -> an ordered, reversible plan with a digest and a difference.
import { z } from "zod";
import { correctionSchema, findingSchema } from "../findings/finding.ts";
import { changeSchema } from "../settings/change.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";

export const planSchema = z.object({
  /** SHA-256, hexadecimal, over the settings it was made from and its changes: what a push is asked for by. */
  digest: z.string(),
  /** Only what changes; empty when the terminal already has the wanted settings. */
  changes: z.array(changeSchema),
  /** What the rules would say once it is applied. */
  findingsAfter: z.array(findingSchema),
  /** Rule ids of severity error that the plan would leave or bring on what it touches; not empty: refused unless overridden. */
  refusedBy: z.array(z.string()),
  /** Corrections that were asked for (`--fix`) and left to a person, because no single one is best. */
  undecided: z.array(correctionSchema),
  /** Errors and warnings that `--fix` could not solve; absent when nothing was to be fixed. */
  unsolved: z.array(z.object({ rule: z.string(), interface: z.string().nullable() })).optional(),
});

export type Plan = DeepReadonly<z.infer<typeof planSchema>>;
