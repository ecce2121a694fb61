// key + values -> a sentence. English is the list of keys: Chinese without one of them does not compile, and a
// sentence with `{name}` in it cannot be had without a value for that name.
import type { Language } from "../../electron/core/failures/localized.ts";
import { type WordKey, wordsEn } from "./en/index.ts";
import { wordsZhCn } from "./zh-cn/index.ts";

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type ValuesOf<Key extends WordKey> = Readonly<Record<Names<(typeof wordsEn)[Key]>, string | number>>;

type Given<Key extends WordKey> = [Names<(typeof wordsEn)[Key]>] extends [never] ? [] : [values: ValuesOf<Key>];

export type Translate = <Key extends WordKey>(key: Key, ...given: Given<Key>) => string;

const words: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en: wordsEn, "zh-CN": wordsZhCn };

export function createTranslate(language: Language): Translate {
  const texts = words[language];
  return (key, ...[values]) => fillPlaces(texts[key], values ?? {});
}

export function fillPlaces(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}

export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(wordsEn, text);
}
