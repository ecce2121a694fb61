import type { Language } from "../failures/localized.ts";

/** A rule's source as a page quotes it: what stands in RFCs needs no translation, the site's own policy does. */
export function printSource(source: string, language: Language): string {
  return language === "en" ? source : source.replace("the site's policy: ", "本店规定的 ");
}
