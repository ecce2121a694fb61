import { createContext, type ReactNode, use, useEffect, useSyncExternalStore } from "react";
import { findSystemLanguage } from "../../i18n/language.ts";
import { SpeechProvider } from "../../i18n/speech.tsx";
import type { Store } from "../session/store.ts";
import type { Preferences } from "./preferences.ts";

const PreferencesContext = createContext<Store<Preferences> | null>(null);

interface PreferencesProviderProps {
  readonly preferences: Store<Preferences>;
  readonly children: ReactNode;
}

/** Theme, density and language for everything below, on the root element and in words. */
export function PreferencesProvider({ preferences, children }: PreferencesProviderProps) {
  const { language, theme, role } = useSyncExternalStore(preferences.watch, preferences.read);
  const system = useSyncExternalStore(watchSystemLanguage, readSystemLanguage);
  const spoken = language ?? system;
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = spoken;
    dataset["theme"] = theme;
    dataset["density"] = role === "repair" ? "compact" : "roomy";
  }, [spoken, theme, role]);
  return (
    <PreferencesContext value={preferences}>
      <SpeechProvider language={spoken}>{children}</SpeechProvider>
    </PreferencesContext>
  );
}

export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const store = use(PreferencesContext);
  if (store === null) throw new Error("usePreferences outside a PreferencesProvider");
  const preferences = useSyncExternalStore(store.watch, store.read);
  return [preferences, (change) => store.change((value) => ({ ...value, ...change }))];
}

function watchSystemLanguage(listener: () => void): () => void {
  addEventListener("languagechange", listener);
  return () => removeEventListener("languagechange", listener);
}

function readSystemLanguage() {
  return findSystemLanguage(navigator.languages);
}
