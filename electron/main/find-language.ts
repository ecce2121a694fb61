import type { AppPreferences } from "../contract/preferences.ts";
import type { Language } from "../core/failures/localized.ts";

/** What Electron itself asks is in the person's language, or the system's where none was chosen. */
export function findLanguage({ language }: Pick<AppPreferences, "language">, locale: string): Language {
  return language ?? (/^zh\b/i.test(locale) ? "zh-CN" : "en");
}
