import type { Language } from "../../electron/core/failures/localized.ts";

/** A recorded moment (ISO 8601) as people of that language write it, in this computer's time zone. */
export function printMoment(at: string, language: Language): string {
  const options = { dateStyle: "medium", timeStyle: "short", hour12: false } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options).format(new Date(at));
}
