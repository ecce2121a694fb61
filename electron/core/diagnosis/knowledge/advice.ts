// What to do about each cause, per role, as data in resources/knowledge, checked when it is loaded.
import { z } from "zod";
import adviceJson from "../../../../resources/knowledge/advice.json" with { type: "json" };
import { localizedSchema } from "../../findings/finding.ts";
import { causeSchema } from "../../logs/knowledge/knowledge.ts";

/** What a hand does, where a drawing says it faster than words. */
const pictureSchema = z.enum(["cable", "lights", "place", "antenna", "sim", "restart", "power", "base"]);

const causeAdviceSchema = z.strictObject({
  cause: causeSchema,
  /** Whether settings that are pushed can mend it. `never`: keys. */
  push: z.enum(["yes", "part", "no", "never"]),
  /** Who has to act where settings do not help. */
  call: z.enum(["acquirer", "vendor", "network-operator", "repair"]).nullable(),
  /** What the shop owner does, one action at a time, in plain words. */
  shop: z.array(localizedSchema.extend({ picture: pictureSchema.optional() })).min(1),
  /** What the distributor changes in the plan. */
  distributor: localizedSchema,
  /** What the technician looks at: terms, codes, commands. */
  technician: localizedSchema,
});

export type CauseAdvice = z.infer<typeof causeAdviceSchema>;

export const adviceByCause: ReadonlyMap<string, CauseAdvice> = new Map(
  z
    .array(causeAdviceSchema)
    .parse(adviceJson)
    .map((advice) => [advice.cause, advice]),
);
