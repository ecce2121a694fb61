// What the Node side says unasked.
import { z } from "zod";
import { stageSchema } from "../core/diagnosis/stage.ts";
import type { DeepReadonly } from "../core/settings/network-settings.ts";
import { failureSchema } from "./failures.ts";
import { historyEntrySchema } from "./history.ts";
import { portSchema } from "./port.ts";
import { testReportSchema } from "./test-report.ts";

const stages = [
  "listening",
  "starting",
  "finding-rate",
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
  /** The terminal that was just read has a push that was cut off: to be settled before the next one. */
  interrupted: z.object({ session: z.string(), push: historyEntrySchema }),
  /** What is asked goes on, although this is so. */
  warned: z.object({ failure: failureSchema }),
  /** One of several tests from the terminal is over. */
  tested: z.object({ port: z.string(), result: testReportSchema }),
  /** One stage of a diagnosis is over; `port` is empty where it was asked from this PC alone. */
  hop: z.object({ port: z.string(), stage: stageSchema }),
  /** The ports as they are now, for whoever watches them. */
  ports: z.object({ ports: z.array(portSchema) }),
  /** A log or a file is on its way; `done` and `total` in bytes as they stand on the terminal. */
  pulling: z.object({
    port: z.string(),
    source: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    secondsLeft: z.number().nullable(),
  }),
  /** A packed log that is being opened: how much of the file was unpacked, in bytes as they lie on the disk. */
  opening: z.object({ name: z.string(), done: z.number(), all: z.number() }),
  /** A person opened a file from the desktop; only the desktop app says so. */
  given: z.object({ path: z.string().min(1).max(4096) }),
  /** The line of a session is gone. */
  lost: z.object({ session: z.string(), failure: failureSchema }),
} as const;

export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = DeepReadonly<z.infer<(typeof events)[Name]>>;
