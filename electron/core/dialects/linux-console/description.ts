// What a description file says about a terminal with a shell: where its application logs.
import { z } from "zod";
import type { Description } from "../description.ts";
import type { NamedLog } from "./logs/sources.ts";

export const consoleDescriptionSchema = z.strictObject({
  family: z.literal("linux-console"),
  name: z.strictObject({ en: z.string().max(200), "zh-CN": z.string().max(200) }),
  logs: z
    .array(
      z.strictObject({
        /** `*` stands for any part of a name; a terminal that has no such file has none of these. */
        path: z.string().regex(/^\/[\w./*@+:-]{1,255}$/),
        purpose: z.enum(["system", "application", "ppp", "wifi", "modem"]).default("application"),
      }),
    )
    .max(32),
});

/** Those of this family whose content is right. */
export function readDescribedLogs(descriptions: readonly Description[]): readonly NamedLog[] {
  return descriptions.flatMap(({ content }) => {
    const parsed = consoleDescriptionSchema.safeParse(content);
    return parsed.success ? parsed.data.logs : [];
  });
}
