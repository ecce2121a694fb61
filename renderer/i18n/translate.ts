// key + values -> a sentence. English is the list of keys: Chinese without one of them does not compile, and a
// sentence with `{name}` in it cannot be had without a value for that name.
import type { Language } from "../../electron/core/failures/localized.ts";
import { type WordKey, type Words, wordsEn } from "./en/index.ts";
import { wordsZhCn } from "./zh-cn/index.ts";

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type ValuesOf<Key extends WordKey> = Readonly<Record<Names<Words[Key]>, string | number>>;

type Given<Key extends WordKey> = [Names<Words[Key]>] extends [never] ? [] : [values: ValuesOf<Key>];

export type Translate = <Key extends WordKey>(key: Key, ...given: Given<Key>) => string;

type Texts = Readonly<Record<string, string>>;

const words: Record<Language, Texts> = { en: wordsEn, "zh-CN": wordsZhCn };

/** Words that come with a part of the window, before it is shown. */
export function addWords(late: Readonly<Record<Language, Texts>>): void {
  words.en = { ...words.en, ...late.en };
  words["zh-CN"] = { ...words["zh-CN"], ...late["zh-CN"] };
}

export function createTranslate(language: Language): Translate {
  // A word that has not come yet is its key: never seen where every part brings its own.
  return (key, ...[values]) => fillPlaces(words[language][key] ?? key, values ?? {});
}

export function fillPlaces(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}

export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(words.en, text);
}
