import type { Language } from "../failures/localized.ts";
import type { Evidence } from "./rule.ts";

const separators: Readonly<Record<Language, string>> = { en: ", ", "zh-CN": "、" };

/** Replaces `{name}` by the value of that name; a list is joined as the language joins lists. */
export function fillText(template: string, values: Evidence, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined || value === null) {
      return whole;
    }
    return typeof value === "object" ? value.join(separators[language]) : String(value);
  });
}
