import { z } from "zod";
import type { FailureCode } from "../core/failures/failure.ts";
import { failureTextsEn } from "../core/failures/texts/en.ts";
import { localizedSchema } from "../core/findings/finding.ts";

export const failureSchema = z.object({
  code: z.custom<FailureCode>((value) => typeof value === "string" && Object.hasOwn(failureTextsEn, value)),
  message: localizedSchema,
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
