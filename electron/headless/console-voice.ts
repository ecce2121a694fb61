// How the command line speaks: data on standard output, words on standard error.
import type { Failure } from "../core/failures/failure.ts";
import type { Language, Localized } from "../core/failures/localized.ts";
import { printOut, printWords } from "./standard-output.ts";
import { type Words, wordsEn } from "./words/en.ts";
import { wordsZhCn } from "./words/zh-cn.ts";

export interface Voice {
  readonly language: Language;
  readonly words: Words;
  readonly json: boolean;
  /** The result: JSON with `--json`, else the text. */
  readonly show: (value: unknown, text: string) => void;
  /** Progress, warnings and failures. */
  readonly say: (text: string) => void;
  readonly translate: (text: Localized) => string;
  /** A failure as words, and as data where data is asked for. */
  readonly complain: (failure: Failure) => void;
}

export function createVoice(language: Language, json: boolean): Voice {
  const say = (text: string): void => printWords(`${text}\n`);
  const show = (value: unknown, text: string): void => {
    printOut(json ? `${JSON.stringify(value, null, 2)}\n` : text === "" ? "" : `${text}\n`);
  };
  return {
    language,
    words: language === "en" ? wordsEn : wordsZhCn,
    json,
    show,
    say,
    translate: (text) => text[language],
    complain: (failure) => {
      say(`${failure.message[language]} [${failure.code}]`);
      if (json) show({ failure }, "");
    },
  };
}

/** `{name}` in a sentence of the words. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language that `--lang` names among the arguments, else the system's. */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const named = args[at]?.includes("=") === true ? args[at].slice(7) : args[at + 1];
  return at >= 0 && (named === "en" || named === "zh-CN") ? named : findLanguage(environment);
}

/** The system's language, as every Unix program finds it. */
function findLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale =
    environment["LC_ALL"] ||
    environment["LC_MESSAGES"] ||
    environment["LANG"] ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? "zh-CN" : "en";
}
