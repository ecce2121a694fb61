// What a person likes, kept on this computer (localStorage). Language and theme follow the system until chosen.
import { z } from "zod";
import { usualBaudRate } from "../connect/baud-rates.ts";
import { createStore, type Store } from "../session/store.ts";

const place = "counterpart.preferences";

const preferencesSchema = z.object({
  language: z.enum(["zh-CN", "en"]).nullable().catch(null),
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  /** What a serial line is tried at first. */
  baudRate: z.number().int().min(50).max(4_000_000).catch(usualBaudRate),
  /** Null: not asked yet. */
  role: z.enum(["shop", "install", "repair"]).nullable().catch(null),
  /** The practice with a demo terminal: offered until it is begun or declined. */
  guide: z.enum(["offered", "on", "over"]).catch("offered"),
});

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
export type Role = NonNullable<Preferences["role"]>;

export function openPreferences(storage: Storage): Store<Preferences> {
  const store = createStore(parsePreferences(storage.getItem(place)));
  store.watch(() => storage.setItem(place, JSON.stringify(store.read())));
  // Another window of the same app may have chosen differently.
  addEventListener("storage", (event) => {
    if (event.key === place) store.change(() => parsePreferences(event.newValue));
  });
  return store;
}

function parsePreferences(text: string | null): Preferences {
  const parsed = preferencesSchema.safeParse(readJson(text ?? "{}"));
  return parsed.success ? parsed.data : preferencesSchema.parse({});
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
