// Where the next pull of a source goes on, as it is kept.
import { z } from "zod";
import type { DeepReadonly } from "../../core/settings/network-settings.ts";

export const cursorSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("file"),
    place: z.object({
      offset: z.number().int().min(0),
      /** One character per byte; holds nothing that would be masked. */
      seam: z.object({ from: z.number().int().min(0), line: z.string().max(4096) }).nullable(),
    }),
  }),
  z.object({ kind: z.literal("journal"), cursor: z.string().max(512) }),
  /** Of what can only be had as a whole: what comes behind this line is new. */
  z.object({ kind: z.literal("line"), line: z.string().max(4096) }),
]);

export type Cursor = DeepReadonly<z.infer<typeof cursorSchema>>;
