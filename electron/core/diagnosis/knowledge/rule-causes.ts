// Which cause a finding speaks for, as data in resources/knowledge: one line for every rule.
import { z } from "zod";
import ruleCausesJson from "../../../../resources/knowledge/rule-causes.json" with { type: "json" };

/** Null: the rule is about good order, and its finding stops no payment. */
export const ruleCauses: ReadonlyMap<string, string | null> = new Map(
  z
    .array(z.strictObject({ rule: z.string(), cause: z.string().nullable() }))
    .parse(ruleCausesJson)
    .map(({ rule, cause }) => [rule, cause]),
);
