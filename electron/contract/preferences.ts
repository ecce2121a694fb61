// What a person set for this computer, and the commands that read and change it. The secret among it, the password in a
// database's address, is never read back: only whether there is one, and who keeps it.
import { z } from "zod";
import type { DeepReadonly } from "../core/settings/network-settings.ts";
import { windowPreferencesSchema } from "./window-preferences.ts";

const path = z.string().min(1).max(4096);
const { language, theme, role, guide, benchSounds, baudRate } = windowPreferencesSchema.shape;

export const preferencesSchema = z.object({
  language: language.default(null),
  theme: theme.default("system"),
  role: role.default(null),
  guide: guide.default("offered"),
  benchSounds: benchSounds.default(true),
  folders: z
    .object({
      /** Where log captures are kept; null: beside the records. */
      captures: path.nullable().default(null),
      /** The person's own descriptions of terminals; null: beside the records. */
      profiles: path.nullable().default(null),
    })
    .prefault({}),
  line: z.object({ baudRate: baudRate.default(115_200) }).prefault({}),
  /** The site's policy that terminals are judged by as well. */
  policyFile: path.nullable().default(null),
  updates: z
    .object({
      isOn: z.boolean().default(true),
      /** Where updates are looked for in place of where the app came from. */
      mirror: z
        .url({ protocol: /^https$/ })
        .max(2048)
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** `automatic`: the graphics card, until it crashes. */
  drawing: z.enum(["automatic", "graphics-card", "software"]).default("automatic"),
});

export type AppPreferences = DeepReadonly<z.infer<typeof preferencesSchema>>;

/** What is given replaces; what is not stays. The window's own are changed by `preferences.window`. */
const changeSchema = z.object({
  folders: z.object({ captures: path.nullable(), profiles: path.nullable() }).optional(),
  policyFile: path.nullable().optional(),
  updates: z
    .object({
      isOn: z.boolean(),
      mirror: z
        .url({ protocol: /^https$/ })
        .max(2048)
        .nullable(),
    })
    .optional(),
  drawing: preferencesSchema.shape.drawing.unwrap().optional(),
});

const statusSchema = z.object({
  preferences: preferencesSchema,
  /** A file that could not be read and lies beside now; null: none. */
  setAside: z.string().nullable(),
  databaseUrl: z.object({
    isSet: z.boolean(),
    /** `system`: sealed by the operating system; `environment`: COUNTERPART_DATABASE_URL, not changed from here. */
    keeper: z.enum(["system", "environment"]),
  }),
  /** Whether this is the desktop app: updates and drawing are about it alone. */
  isDesktop: z.boolean(),
  /** Whether updates can be installed from a signed file: only where the app was built with the key that checks them. */
  takesUpdates: z.boolean(),
});

export type PreferencesStatus = DeepReadonly<z.infer<typeof statusSchema>>;

export const preferencesCommands = {
  "preferences.read": { input: z.object({}), output: statusSchema },
  "preferences.change": { input: changeSchema, output: statusSchema },
  /** Null forgets it. */
  "preferences.keep-database-url": {
    input: z.object({ url: z.string().min(1).max(4096).nullable() }),
    output: statusSchema,
  },
  /** A person chooses the file of an update; `none`: they did not, or did not want it in the end. */
  "preferences.take-update": {
    input: z.object({}),
    output: z.object({ outcome: z.enum(["none", "started", "in-place"]) }),
  },
  /** All of them as one text, for another computer; no secret is in it. */
  "preferences.export": { input: z.object({}), output: z.object({ text: z.string() }) },
  /** A text that was exported; nothing of a text with a fault is used. */
  "preferences.import": { input: z.object({ text: z.string().max(65_536) }), output: statusSchema },
} as const;
