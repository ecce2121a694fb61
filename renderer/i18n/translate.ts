// key + values -> a sentence. English is the list of keys: Chinese without one of them does not compile, and a
// sentence with `{name}` in it cannot be had without a value for that name. Numbers are written as the language writes
// them; where the sentence depends on how many there are, it is one for each of the language's plural forms, chosen
// by `{count}`, or by the first number given.
import type { Language } from "../../electron/core/failures/localized.ts";
import { type WordKey, type Words, wordsEn } from "./en/index.ts";
import { wordsZhCn } from "./zh-cn/index.ts";

/** A sentence by number: English has two, Chinese needs none. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export type Word = string | Plural;

type Sentence<Text extends Word> = Text extends Plural ? Text["other"] : Text;

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Sentences = { readonly [Key in WordKey]: Sentence<Words[Key]> };

type ValuesOf<Key extends WordKey> = Readonly<Record<Names<Sentences[Key]>, string | number>>;

type Given<Key extends WordKey> = [Names<Sentences[Key]>] extends [never] ? [] : [values: ValuesOf<Key>];

export type Translate = <Key extends WordKey>(key: Key, ...given: Given<Key>) => string;

type Texts = Readonly<Record<string, Word>>;

const words: Record<Language, Texts> = { en: wordsEn, "zh-CN": wordsZhCn };

/** Words that come with a part of the window, before it is shown. */
export function addWords(late: Readonly<Record<Language, Texts>>): void {
  words.en = { ...words.en, ...late.en };
  words["zh-CN"] = { ...words["zh-CN"], ...late["zh-CN"] };
}

export function createTranslate(language: Language): Translate {
  // A word that has not come yet is its key: never seen where every part brings its own.
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { useGrouping: "min2", maximumFractionDigits: 3 });
  return (key, ...[values]) =>
    fillPlaces(chooseForm(words[language][key] ?? key, values ?? {}, rules), values ?? {}, numbers);
}

function chooseForm(word: Word, values: Readonly<Record<string, unknown>>, rules: Intl.PluralRules): string {
  if (typeof word === "string") return word;
  const count = values["count"] ?? Object.values(values).find((value) => typeof value === "number");
  return rules.select(Number(count)) === "one" ? word.one : word.other;
}

export function fillPlaces(
  text: string,
  values: Readonly<Record<string, unknown>>,
  numbers: Pick<Intl.NumberFormat, "format"> = { format: String },
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (typeof value === "number") return numbers.format(value);
    return typeof value === "string" ? value : whole;
  });
}

export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(words.en, text);
}
