import type { Localized } from "../../core/failures/localized.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import type { Place } from "./place-in-text.ts";

/** `input-invalid` with its reason in the language of each sentence, and where it is: `shop.yaml:12:3 dns.required`. */
export function refuseInput(
  file: string,
  reason: Localized,
  at: { readonly place?: Place; readonly path?: string } = {},
): Failure {
  const { place, path = "" } = at;
  const spot = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const where = path === "" ? spot : `${spot} ${path}`;
  const en = makeFailure("input-invalid", { where, reason: reason.en });
  const zh = makeFailure("input-invalid", { where, reason: reason["zh-CN"] });
  const position = place === undefined ? {} : { line: place.line, column: place.column };
  return {
    ...en,
    message: { en: en.message.en, "zh-CN": zh.message["zh-CN"] },
    details: { ...en.details, ...position },
  };
}
