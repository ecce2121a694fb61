// What the Node side says unasked.
import { z } from "zod";
import { failureSchema } from "./failures.ts";

const stages = [
  "listening",
  "waking",
  "logging-in",
  "becoming-root",
  "preparing",
  "reading",
  "arming",
  "writing",
  "verifying",
  "testing",
  "confirming",
  "rolling-back",
] as const;

export const events = {
  /** A connection or a session has reached another stage of what it does. */
  stage: z.object({ port: z.string(), stage: z.enum(stages) }),
  /** Settings are about to change; `guarded`: the terminal takes them back by itself after that time unless confirmed. */
  armed: z.object({ port: z.string(), guarded: z.boolean(), revertSeconds: z.number() }),
  /** The line of a session is gone. */
  lost: z.object({ session: z.string(), failure: failureSchema }),
} as const;

export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = z.infer<(typeof events)[Name]>;
