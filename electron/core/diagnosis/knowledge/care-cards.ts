// Care cards: what keeps a terminal communicating, as data in resources/knowledge, checked when it is loaded.
import { z } from "zod";
import cardsJson from "../../../../resources/knowledge/care-cards.json" with { type: "json" };
import { localizedSchema } from "../../findings/finding.ts";

const cardSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: localizedSchema,
  /** One advice at a time. */
  says: z.array(localizedSchema).min(1),
  /** Who can do what the shop cannot. */
  call: z.enum(["acquirer", "vendor", "network-operator", "repair"]).nullable(),
  /** Causes that it helps to keep away, or to understand. */
  causes: z.array(z.string().regex(/^C(?:0[1-9]|[12]\d|3[01])$/)),
});

export const careCards: readonly z.infer<typeof cardSchema>[] = z.array(cardSchema).parse(cardsJson);
