// What log lines mean, as data in resources/knowledge, checked when it is loaded: patterns, causes and code tables.
import { z } from "zod";
import causesJson from "../../../../resources/knowledge/causes.json" with { type: "json" };
import patternsJson from "../../../../resources/knowledge/log-patterns.json" with { type: "json" };
import modemErrorsJson from "../../../../resources/knowledge/modem-errors.json" with { type: "json" };
import responseCodesJson from "../../../../resources/knowledge/response-codes.json" with { type: "json" };

const localizedSchema = z.object({ en: z.string().min(1), "zh-CN": z.string().min(1) });
/** Every table of the knowledge names causes so. */
export const causeSchema = z.string().regex(/^C(?:0[1-9]|[12]\d|3[01])$/);

const patternSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  /** `normal` marks what is no cause; null where the code that the line quotes decides. */
  cause: causeSchema.or(z.literal("normal")).nullable(),
  /** Whose words these are; for readers of the data. */
  program: z.string().min(1),
  /** One of them is in the line, in either case of ASCII letters: the scan looks for these only. */
  literals: z.array(z.string().min(3).toLowerCase()).min(1),
  /** A regular expression that the line also has to match. */
  confirm: z.string().optional(),
  /** None of these is in the line. */
  unless: z.array(z.string().min(1)).optional(),
  /** The table that `confirm`'s group `code` is looked up in. */
  lookup: z.enum(["response-code", "cme"]).optional(),
  meaning: localizedSchema,
  /**
   * Literals that no run of the program has confirmed in tests/corpus/logs: written down as they are known, and what a capture of
   * them would need. `other-version`: what was run words it differently.
   */
  notCaptured: z
    .array(
      z.strictObject({
        needs: z.enum(["modem", "hardware", "application", "android", "other-version"]),
        literals: z.array(z.string()).min(1),
      }),
    )
    .optional(),
});
export type LogPattern = z.infer<typeof patternSchema>;

const responseCodeSchema = z.strictObject({
  code: z.string().regex(/^[0-9A-Z]{2}$/),
  group: z.enum(["success", "registration", "sign-in", "beyond", "message", "card"]),
  cause: causeSchema.nullable(),
  meaning: localizedSchema,
});
export type ResponseCode = z.infer<typeof responseCodeSchema>;

const responseTableSchema = z.strictObject({
  acquirer: z.string().min(1),
  generation: z.string().min(1),
  /** The document that publishes it. */
  source: z.string().min(1),
  codes: z.array(responseCodeSchema),
});

export const logPatterns: readonly LogPattern[] = z.array(patternSchema).parse(patternsJson);
export const causes = z.array(z.strictObject({ id: causeSchema, name: localizedSchema })).parse(causesJson);
export const responseTables = z.array(responseTableSchema).parse(responseCodesJson);
export const modemErrors: ReadonlyMap<string, string> = new Map(
  z
    .array(z.strictObject({ code: z.string(), cause: causeSchema }))
    .parse(modemErrorsJson)
    .map(({ code, cause }) => [code, cause]),
);
