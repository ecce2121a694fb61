// One thing that is known about a terminal that cannot communicate: what was seen, by whom, when, and how much it counts.
import { z } from "zod";
import { localizedSchema } from "../findings/finding.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";

/** The way that an attempt to communicate took. A host's code clears the channel that it came over and no other. */
export const channelSchema = z.enum(["wired", "wifi", "cellular", "dial-up"]);

export const evidenceSchema = z.object({
  /** What was seen: a sign of resources/knowledge, `rule/CAUSE/SEVERITY` of a finding, `log/CAUSE`, or `code/CAUSE` of a host's answer. */
  sign: z.string().min(1).max(128),
  /** Who says so. */
  source: z.enum(["settings", "radio", "terminal-test", "pc-test", "log", "clock", "person", "host"]),
  says: localizedSchema,
  /** A value or a line that the sentence stands on, masked. */
  quote: z.string().max(1000).nullable(),
  /** ISO 8601, as far as the source tells it: a log may know no year (`--11-22T10:31:05`) or no date; null: nobody knows. */
  at: z.string().max(64).nullable(),
  channel: channelSchema.nullable(),
  /** Whether it is of the attempt that the person asks about, or of one before. */
  attempt: z.enum(["this", "earlier"]),
  /** From 0 to 1: how far the source is to be believed. */
  weight: z.number().min(0).max(1),
});

export type Channel = z.infer<typeof channelSchema>;
export type Evidence = DeepReadonly<z.infer<typeof evidenceSchema>>;
