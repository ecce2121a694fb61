// Where a person keys values in on a terminal, as data in resources/knowledge, checked when it is loaded. Only for models that a
// description of ours or a public manual documents: nobody is sent into a menu that may not be there.
import { z } from "zod";
import menusJson from "../../../../resources/knowledge/menu-paths.json" with { type: "json" };
import { localizedSchema } from "../../findings/finding.ts";

const menuSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: localizedSchema,
  /** The manual or the description that says so. */
  source: z.string().min(1),
  places: z
    .array(
      z.strictObject({
        fields: z.array(z.enum(["ipv4.method", "ipv4.address", "ipv4.gateway", "ipv4.dns", "apn"])).min(1),
        /** `{address}`, `{mask}`, `{gateway}`, `{dns}`, `{method}`, `{apn}` stand for the values. */
        where: localizedSchema,
      }),
    )
    .min(1),
  /** What makes them last. */
  finish: localizedSchema,
});

export const menuPaths: readonly z.infer<typeof menuSchema>[] = z.array(menuSchema).parse(menusJson);
