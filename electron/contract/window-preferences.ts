// What the window asks of the preferences at its start, and tells as soon as a person chooses: the few that it is itself about.
// They stand in the same file as the others, which come with the screen of preferences.
import { z } from "zod";
import type { DeepReadonly } from "../core/settings/network-settings.ts";

export const windowPreferencesSchema = z.object({
  /** Null: as the system. */
  language: z.enum(["zh-CN", "en"]).nullable(),
  theme: z.enum(["system", "light", "dark"]),
  /** What the person does; null: not asked yet. */
  role: z.enum(["shop", "install", "repair"]).nullable(),
  /** The practice with a demo terminal: offered until it is begun or declined. */
  guide: z.enum(["offered", "on", "over"]),
  /** Whether the bench is heard: what ended, and how. */
  benchSounds: z.boolean(),
  /** What a serial line is tried at first. */
  baudRate: z.number().int().min(50).max(4_000_000),
});

export type WindowPreferences = DeepReadonly<z.infer<typeof windowPreferencesSchema>>;

export const windowPreferenceCommands = {
  /** What is given replaces; what is not stays. Gives them as they are then. */
  "preferences.window": { input: windowPreferencesSchema.partial(), output: windowPreferencesSchema },
} as const;
