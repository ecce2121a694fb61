// Files of a terminal, where its family can list, fetch and put them.
import { z } from "zod";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

const session = z.string().min(1).max(64);
/** On the terminal. */
const path = z.string().min(1).max(1000);
/** On this PC. */
const localPath = z.string().min(1).max(4096);

const fileEntrySchema = z.object({
  name: z.string(),
  kind: z.enum(["file", "folder", "other"]),
  /** Bytes. */
  size: z.number(),
  /** ISO 8601, UTC. */
  modified: z.string(),
});

export const fileCommands = {
  "files.list": { input: z.object({ session, path }), output: z.object({ entries: z.array(fileEntrySchema) }) },
  /** Saved among the terminal's captures, under a name that this PC chooses; what must not be kept is masked in it. */
  "files.pull": {
    input: z.object({ session, path }),
    output: z.object({ file: z.string(), bytes: z.number().int(), redactions: z.number().int() }),
  },
  "files.push": {
    input: z.object({ session, file: localPath, path, mode: z.number().int().min(0).max(0o777).default(0o644) }),
    output: z.object({ bytes: z.number().int() }),
  },
  /** Hands a file to one of the terminal's applications as its data. */
  "files.install": {
    input: z.object({ session, file: localPath, application: z.string().min(1).max(64) }),
    output: z.object({ bytes: z.number().int() }),
  },
} as const;

export type TerminalFile = DeepReadonly<z.infer<typeof fileEntrySchema>>;
