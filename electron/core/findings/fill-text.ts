// Sentences with their values filled in. Templates are taken apart once: a check fills hundreds of them.
import type { Language } from "../failures/localized.ts";
import type { Evidence } from "./observation.ts";

const separators: Readonly<Record<Language, string>> = { en: ", ", "zh-CN": "、" };

/** More than anybody reads in a sentence; the evidence has all of them. */
const mostItems = 8;
const longestValue = 120;

/** Literal texts at even places, names of values at odd ones. */
type Parts = readonly string[];

const taken = new Map<string, Parts>();

/** Replaces `{name}` by the value of that name; a list is joined as the language joins lists, what is long is cut short. */
export function fillText(template: string, values: Evidence, language: Language): string {
  const parts = takeApart(template);
  let text = parts[0] ?? "";
  for (let place = 1; place < parts.length; place += 2) {
    const name = parts[place] ?? "";
    text += printValue(values[name], language) ?? `{${name}}`;
    text += parts[place + 1] ?? "";
  }
  return text;
}

function takeApart(template: string): Parts {
  const known = taken.get(template);
  if (known !== undefined) {
    return known;
  }
  const parts = template.split(/\{(\w+)\}/);
  taken.set(template, parts);
  return parts;
}

function printValue(value: Evidence[string] | undefined, language: Language): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== "object") {
    return shorten(String(value));
  }
  if (value.length === 0) {
    return "—";
  }
  const shown = value.length > mostItems ? [...value.slice(0, mostItems), "…"] : value;
  return shown.length === 1 ? shorten(shown[0] ?? "") : shown.map(shorten).join(separators[language]);
}

function shorten(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
