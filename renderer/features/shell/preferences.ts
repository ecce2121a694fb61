// What a person likes, as the window keeps it for its first paint (localStorage); the file of preferences has the say, see
// share-preferences.ts. Language and theme follow the system until chosen.
import { z } from "zod";
import { windowPreferencesSchema } from "../../../electron/contract/window-preferences.ts";
import { usualBaudRate } from "../connect/baud-rates.ts";
import { createStore, type Store } from "../session/store.ts";

const place = "counterpart.preferences";

const { language, theme, role, guide, benchSounds, baudRate } = windowPreferencesSchema.shape;

const preferencesSchema = z.object({
  language: language.catch(null),
  theme: theme.catch("system"),
  baudRate: baudRate.catch(usualBaudRate),
  role: role.catch(null),
  guide: guide.catch("offered"),
  benchSounds: benchSounds.catch(true),
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
