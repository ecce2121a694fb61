// A failure is data: a stable code, a sentence in both languages, and the values it is about.
// The sentences live in texts/en.ts and texts/zh-cn.ts, keyed by code; a code without both does not compile.
import type { Localized } from "./localized.ts";
import { wordReason } from "./system-reasons.ts";
import { failureTextsEn } from "./texts/en.ts";
import { failureTextsZhCn } from "./texts/zh-cn.ts";

export type FailureCode = keyof typeof failureTextsEn;

/** Values that a failure's sentence may quote. Never a password, a card number or a raw trace. */
export type FailureDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface Failure {
  readonly code: FailureCode;
  readonly message: Localized;
  readonly details: FailureDetails;
}

/** What a person can say about a failure in one language: `{name}` is replaced by `details.name`. */
export function makeFailure(code: FailureCode, details: FailureDetails = {}): Failure {
  const { reason } = details;
  const words = typeof reason === "string" ? wordReason(reason) : null;
  const tell = (template: string, language: keyof Localized): string =>
    fill(template, words === null ? details : { ...details, reason: words[language] });
  return {
    code,
    message: { en: tell(failureTextsEn[code], "en"), "zh-CN": tell(failureTextsZhCn[code], "zh-CN") },
    details,
  };
}

/** A failure on its way through code that cannot return one: lost input or output, see convention 7. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message.en, cause === undefined ? undefined : { cause });
    this.name = "FailureError";
    this.failure = failure;
  }
}

function fill(template: string, details: FailureDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
