// The register of terminals: who they are, what happened to them.
import { z } from "zod";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

const serialNumber = z.string().min(1).max(256);

const entryKinds = ["settings", "push", "test", "capture", "replaced", "replaces", "note"] as const;

const actorSchema = z.object({
  /** One PC's place: an id that lasts, and the name that people call it. */
  bench: z.object({ id: z.string(), name: z.string() }),
  /** The person's name for this shift. */
  operator: z.string(),
});

const knownTerminalSchema = z.object({
  serialNumber,
  family: z.string(),
  model: z.string().nullable(),
  hostName: z.string().nullable(),
  /** Sorted, lower case. */
  macs: z.array(z.string()),
  /** Its own, as it was last read; without prefix lengths. */
  addresses: z.array(z.string()),
});

const registeredTerminalSchema = knownTerminalSchema.extend({
  firstSeen: z.string(),
  lastSeen: z.string(),
  /** Where it stands, as a plan's row said; empty when none named it. */
  site: z.string(),
  /** The one that took its place. */
  replacedBy: z.string().nullable(),
});

const entrySchema = z.object({
  id: z.string(),
  serialNumber,
  /** When it happened on the bench; ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(entryKinds),
  /** Without secrets; of `settings` the settings as they were read. */
  content: z.unknown(),
  by: actorSchema,
});

export type EntryKind = (typeof entryKinds)[number];
export type Actor = DeepReadonly<z.infer<typeof actorSchema>>;
export type KnownTerminal = DeepReadonly<z.infer<typeof knownTerminalSchema>>;
export type RegisteredTerminal = DeepReadonly<z.infer<typeof registeredTerminalSchema>>;
export type RegisterEntry = DeepReadonly<z.infer<typeof entrySchema>>;
