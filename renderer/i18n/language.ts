import type { Language } from "../../electron/core/failures/localized.ts";

/** The first of the system's languages that the product speaks; English when it speaks none. */
export function findSystemLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return spoken !== undefined && /^zh/i.test(spoken) ? "zh-CN" : "en";
}
