import { z } from "zod";
import { planSchema } from "../core/plans/plan.ts";
import { pushTestSchema } from "../core/push/push-test.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

/** A plan with the tests that it implies; absent where the terminal can test nothing. */
export const plannedSchema = planSchema.extend({ tests: z.array(pushTestSchema).optional() });

export type Planned = DeepReadonly<z.infer<typeof plannedSchema>>;
