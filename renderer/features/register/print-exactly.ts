import type { Language } from "../../../electron/core/failures/localized.ts";

/** With seconds: two readings may lie close together. */
export function printExactly(at: string, language: Language): string {
  const options = { dateStyle: "medium", timeStyle: "medium", hour12: false } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options).format(new Date(at));
}
