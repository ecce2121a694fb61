// What is wrong in a description file: where, and in words. The place is a path into the data; the app finds its line.
import type { Localized } from "../failures/localized.ts";
import { problemTextsEn } from "./problem-texts/en.ts";
import { problemTextsZhCn } from "./problem-texts/zh-cn.ts";

export type ProblemCode = keyof typeof problemTextsEn;

export interface DescriptionProblem {
  readonly code: ProblemCode;
  /** From the outside to the inside. */
  readonly path: readonly (string | number)[];
  readonly message: Localized;
}

export function makeProblem(
  code: ProblemCode,
  path: DescriptionProblem["path"],
  values: Readonly<Record<string, string | number>> = {},
): DescriptionProblem {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code, path, message: { en: fill(problemTextsEn[code]), "zh-CN": fill(problemTextsZhCn[code]) } };
}
