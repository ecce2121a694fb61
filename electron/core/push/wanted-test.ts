// A test from the terminal as a person asks for it; the app finds the targets in the settings that the plan leads to.
import { z } from "zod";
import type { DeepReadonly } from "../settings/network-settings.ts";

const host = z.string().min(1).max(253);
const port = z.number().int().min(1).max(65_535);

const targetSchema = z.discriminatedUnion("kind", [
  /** On each interface that the plan touches. */
  z.object({ kind: z.enum(["link", "address", "duplicate", "gateway"]) }),
  /** Null: the host names that the settings hold, and those of the other tests. */
  z.object({ kind: z.literal("dns"), name: host.nullable() }),
  z.object({ kind: z.enum(["tcp", "tls"]), host, port }),
]);

export const wantedTestSchema = z.object({
  target: targetSchema,
  /** A required one that fails takes the settings back. */
  required: z.boolean().default(true),
  /** That the terminal has no program for it is only told, also when it is required. */
  ifAble: z.boolean().optional(),
  seconds: z.number().int().min(1).max(60).default(10),
});

export type WantedTest = DeepReadonly<z.infer<typeof wantedTestSchema>>;
