// Tables of codes other than a host's field 39, as data in resources/knowledge, checked when they are loaded.
import { z } from "zod";
import tablesJson from "../../../../resources/knowledge/code-tables.json" with { type: "json" };
import { localizedSchema } from "../../findings/finding.ts";
import { causeSchema } from "../../logs/knowledge/knowledge.ts";

const entrySchema = z.strictObject({
  code: z.string().min(1),
  /** Null: a code that is no fault, or one that leaves the cause open. */
  cause: causeSchema.nullable(),
  meaning: localizedSchema,
});

const tableSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  /** The standard or the documentation that names the codes. */
  source: z.string().min(1),
  name: localizedSchema,
  entries: z.array(entrySchema).min(1),
});

export const codeTables: readonly z.infer<typeof tableSchema>[] = z.array(tableSchema).parse(tablesJson);
