import { z } from "zod";
import { terminalTestSchema } from "../dialects/terminal-test.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";

/** A test that belongs to a push. */
export const pushTestSchema = z.object({
  test: terminalTestSchema,
  /** When it does not pass, the change is taken back, or not begun; else it is only told. */
  required: z.boolean(),
  /** That the terminal has no program for it is told, and takes nothing back. */
  ifAble: z.boolean().optional(),
  /** How long it may take on the terminal. */
  seconds: z.number(),
  /** `before`: asked while nothing has changed yet. Absent: with the new settings. */
  when: z.enum(["before", "after"]).optional(),
});

export type PushTest = DeepReadonly<z.infer<typeof pushTestSchema>>;
