// The settings of a terminal as a file of the person's, and the plan that brings them onto a terminal.
import { z } from "zod";
import { pushedTerminalSchema } from "./history.ts";
import { plannedSchema } from "./planned.ts";

const session = z.string().min(1).max(64);
const passphrase = z.string().max(1024).nullable();
/** Characters; a link carries a million octets. */
const largestFile = 256 * 1024;

export const backupCommands = {
  /** Proven complete or refused. Secrets are sealed with the pass-phrase, or left out where there is none. */
  "backup.make": {
    input: z.object({ session, passphrase }),
    output: z.object({
      /** The file, JSON. */
      text: z.string(),
      digest: z.string(),
      terminal: pushedTerminalSchema,
      secrets: z.object({ sealed: z.number().int(), leftOut: z.number().int() }),
    }),
  },
  /** `name` is the file's, for what is said about it. */
  "backup.plan": {
    input: z.object({ session, name: z.string().max(4096), text: z.string().max(largestFile), passphrase }),
    output: z.object({
      plan: plannedSchema,
      made: z.string(),
      from: pushedTerminalSchema,
      to: pushedTerminalSchema,
      isOtherTerminal: z.boolean(),
      /** Interfaces of the file that the terminal has not, by name and kind. */
      unmatched: z.array(z.string()),
      /** Settings of the file that cannot be written here. */
      leftOut: z.array(z.string()),
    }),
  },
} as const;
