// The raw console of a port: what the terminal says, masked, and what a person types to it.
import { z } from "zod";
import { failureSchema } from "./failures.ts";
import { lineSchema, portNameSchema } from "./port.ts";

const consoleName = z.string().min(1).max(64);

export const consoleCommands = {
  /** `typing` is false where a session has the line: then the console only shows what comes. */
  "console.open": {
    input: z.object({ port: portNameSchema, line: lineSchema }),
    output: z.object({ console: consoleName, typing: z.boolean() }),
  },
  /** What came since the last call, as soon as there is something; a console that nobody hears any more is closed. */
  "console.hear": {
    input: z.object({ console: consoleName }),
    output: z.object({
      /** ISO 8601, by this PC's clock. */
      at: z.string(),
      text: z.string(),
      /** Characters that came faster than they were heard and are gone. */
      skipped: z.number().int(),
      /** Whether the line is closed; with the reason when it was lost. */
      ended: z.boolean(),
      failure: failureSchema.nullable(),
    }),
  },
  "console.type": {
    input: z.object({ console: consoleName, text: z.string().min(1).max(16_384) }),
    output: z.object({}),
  },
  "console.close": { input: z.object({ console: consoleName }), output: z.object({}) },
} as const;
