// What each sign says for and against each cause, as data in resources/knowledge, checked when it is loaded.
// Numbers are logarithms of likelihood ratios, in nats: 2.3 makes a cause ten times likelier than it was.
import { z } from "zod";
import signsJson from "../../../../resources/knowledge/signs.json" with { type: "json" };
import { localizedSchema } from "../../findings/finding.ts";
import { causeSchema } from "../../logs/knowledge/knowledge.ts";

export const causeIds = Array.from({ length: 31 }, (_, index) => `C${String(index + 1).padStart(2, "0")}`);

const weightsSchema = z.record(causeSchema, z.number().positive().max(8));

const signSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:\.[a-z-]+)+$/),
  /** Signs of one group tell the same thing: of each group only the strongest word for a cause counts. */
  group: z.string().min(1),
  says: localizedSchema,
  for: weightsSchema,
  against: weightsSchema,
});

export type Sign = z.infer<typeof signSchema>;

export const signs: ReadonlyMap<string, Sign> = new Map(
  z
    .array(signSchema)
    .parse(signsJson)
    .map((sign) => [sign.id, sign]),
);
