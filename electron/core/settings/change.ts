import { z } from "zod";
import type { DeepReadonly } from "./network-settings.ts";

/** Values print as `--set` takes them; null is "not set". `ipv4.address` is ADDRESS/PREFIX, `ipv4.dns` a comma-separated list. */
export const changeSchema = z.object({
  interface: z.string(),
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export type Change = DeepReadonly<z.infer<typeof changeSchema>>;
