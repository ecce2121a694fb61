// What is said about a sheet, by line and column.
import { z } from "zod";
import type { Localized } from "../failures/localized.ts";
import { localizedSchema } from "../findings/finding.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";
import { type RemarkCode, remarkTexts } from "./remark-texts.ts";

export const remarkSchema = z.object({
  /** As the spreadsheet counts it, from 1. */
  line: z.number().int(),
  /** From 1; null: about the whole row. */
  column: z.number().int().nullable(),
  /** The column's heading, as the sheet has it. */
  heading: z.string().nullable(),
  /** A plan with an error is not carried out. */
  severity: z.enum(["error", "warning", "info"]),
  /** A rule's id, or what is wrong with the cell. */
  code: z.string(),
  message: localizedSchema,
});

export type Remark = DeepReadonly<z.infer<typeof remarkSchema>>;

export interface RemarkPlace {
  readonly line: number;
  readonly column: number | null;
  readonly heading: string | null;
}

export function remark(
  code: RemarkCode,
  place: RemarkPlace,
  values: Readonly<Record<string, string | number | Localized>> = {},
): Remark {
  const { severity, ...texts } = remarkTexts[code];
  const fill = (language: keyof Localized): string =>
    texts[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return String(typeof value === "object" ? value[language] : value);
    });
  const message: Localized = { en: fill("en"), "zh-CN": fill("zh-CN") };
  return { line: place.line, column: place.column, heading: place.heading, severity, code, message };
}
