// One hop of the path, asked from the terminal or, where it hangs on the same network, from this PC.
import { z } from "zod";
import { testResultSchema } from "../dialects/terminal-test.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";

export const stageSchema = z.object({
  stage: z.enum(["link", "address", "duplicate", "gateway", "name", "tcp", "tls"]),
  from: z.enum(["terminal", "pc"]),
  /** `skipped`: a stage before it failed, or the settings name nothing to ask for. */
  outcome: z.enum(["passed", "failed", "unable", "skipped"]),
  reason: testResultSchema.shape.reason.nullable(),
  /** What was asked: an interface, an address, a name, `HOST:PORT`. */
  target: z.string().max(512).nullable(),
  ms: z.number().nullable(),
  /** The answer's own words. */
  detail: z.string().max(512),
  /** When it was over, ISO 8601; absent where nobody noted it. */
  at: z.string().max(64).nullish(),
});

export type Stage = DeepReadonly<z.infer<typeof stageSchema>>;
export type StageName = Stage["stage"];
