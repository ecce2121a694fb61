// What comes of a diagnosis, as data: causes with their evidence, what would decide, what each person does now.
import { z } from "zod";
import { correctionSchema, localizedSchema } from "../findings/finding.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";
import { channelSchema, evidenceSchema } from "./evidence.ts";

const confidence = z.number().min(0).max(1);

export const diagnosisSchema = z.object({
  causes: z.array(
    z.object({ cause: z.string(), confidence, for: z.array(evidenceSchema), against: z.array(evidenceSchema) }),
  ),
  /** `clear`: one cause stands out; `open`: several are possible; `unknown`: nothing speaks, or evidence is at odds. */
  verdict: z.enum(["clear", "open", "unknown"]),
  hostAnswered: z.boolean(),
  /**
   * Where no cause stands out: `all-passed`: every stage that could be tried passed, up to a host; `no-host`: every stage passed,
   * and neither the settings nor the person name a host to try. Null: one cause stands out, or nothing was tried.
   */
  state: z.enum(["all-passed", "no-host"]).nullable(),
  conflict: z.array(evidenceSchema),
  /** The id of the question whose answer would tell most; null where none would. */
  question: z.string().nullable(),
  channel: channelSchema.nullable(),
});

export type Diagnosis = DeepReadonly<z.infer<typeof diagnosisSchema>>;

const roleSchema = z.array(z.object({ cause: z.string().nullable(), text: localizedSchema }));

/** The drawing that shows the action, by its name in resources/knowledge. */
const shopSchema = z.array(roleSchema.element.extend({ picture: z.string().optional() }));

export const adviceSchema = z.object({
  /** The next action first. */
  shop: shopSchema,
  distributor: roleSchema,
  technician: roleSchema,
  /** Whom to call where settings do not help; null where nobody has to be called yet. */
  call: z.enum(["acquirer", "vendor", "network-operator", "repair"]).nullable(),
  /** Whether settings that are pushed can mend the first cause; `never`: keys. Null while it is unknown. */
  push: z.enum(["yes", "part", "no", "never"]).nullable(),
  /** What the safe push can set for the first cause as far as the values are known; a person may know others. */
  corrections: z.array(correctionSchema),
});

export type Advice = DeepReadonly<z.infer<typeof adviceSchema>>;
