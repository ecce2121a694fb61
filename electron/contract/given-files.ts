// A file of our own kinds that a person opened from the desktop: the window is told its path (`given`) and asks for what it holds.
import { z } from "zod";

export const givenFileCommands = {
  /** From that octet on, until `isLast`. Only packs and plans: logs are opened where they lie. */
  "given.read": {
    input: z.object({ path: z.string().min(1).max(4096), offset: z.number().int().min(0) }),
    output: z.object({ name: z.string(), base64: z.string(), size: z.number().int(), isLast: z.boolean() }),
  },
} as const;
