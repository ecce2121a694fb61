// What may keep a cable from leading to a terminal: each check with its state, a sentence, and what to do.
import { z } from "zod";
import { localizedSchema } from "../core/findings/finding.ts";

const checkSchema = z.object({
  id: z.string(),
  state: z.enum(["ok", "wrong", "odd", "unknown", "not-needed"]),
  title: localizedSchema,
  sentence: localizedSchema,
  steps: z.array(localizedSchema),
});

export const doctorCommands = {
  /** Opens no port and sends nothing. */
  "ports.examine": {
    input: z.object({
      port: z.string().min(1).max(512).nullable(),
      /** The code of the failure that connecting ended in. */
      failure: z.string().max(64).nullable(),
      /** `seen` of an earlier answer: what is new since then was plugged in. */
      seen: z.array(z.string().max(512)).max(1024).nullable(),
    }),
    output: z.object({
      checks: z.array(checkSchema),
      first: z.string().nullable(),
      seen: z.array(z.string()),
      /** The port that came since the earlier answer. */
      fresh: z.string().nullish(),
    }),
  },
} as const;
