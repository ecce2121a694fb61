import { z } from "zod";
import { planSchema } from "../core/plans/plan.ts";
import { pushTestSchema } from "../core/push/push-test.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

/** A plan, and what has to be said about pushing it to the terminal that it was made for. */
export const plannedSchema = planSchema.extend({
  /** Those that it implies; absent where the terminal can test nothing. */
  tests: z.array(pushTestSchema).optional(),
  /** Whether the terminal is able to take an unconfirmed change back by itself; else that depends on the cable. */
  goesBack: z.boolean().optional(),
  /** Interfaces that nobody keeps the settings of: what changes there lasts until the next restart. */
  untilReboot: z.array(z.string()).optional(),
});

export type Planned = DeepReadonly<z.infer<typeof plannedSchema>>;
