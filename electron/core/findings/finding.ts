// What a rule says about settings, as printed by `read --json` and `check`, and as the window receives it.
import { z } from "zod";
import type { DeepReadonly } from "../settings/network-settings.ts";

export const localizedSchema = z.object({ en: z.string(), "zh-CN": z.string() });

const severitySchema = z.enum(["error", "warning", "info"]);

export const correctionSchema = z.object({
  /** Assignments as `--set` takes them: `eth0.ipv4.gateway=192.168.1.1`. Applied together. */
  set: z.array(z.string()).min(1),
  /** How sure the evidence makes it: 0 (a guess) to 1 (nothing else fits). */
  confidence: z.number().min(0).max(1),
  reason: localizedSchema,
});

const policyNoteSchema = z.object({
  /** What the rule gives by itself, and what the policy makes of it. */
  from: severitySchema,
  to: z.enum(["error", "warning", "info", "off"]),
  message: localizedSchema,
});

export const findingSchema = z.object({
  /** Stable: `ipv4.gateway-outside-subnet`. */
  rule: z.string(),
  severity: severitySchema,
  interface: z.string().nullable(),
  /** A path below the interface, or below the settings when `interface` is null: `ipv4.gateway`, `nameServers`. */
  field: z.string().nullable(),
  /** What is wrong, in a sentence that a shop owner understands. */
  message: localizedSchema,
  /** Why it matters, for the same person. */
  why: localizedSchema,
  /** The same for a technician: terms, numbers, what to look at. */
  technical: localizedSchema.optional(),
  /** Present when the site's policy changed how much this finding weighs. */
  policy: policyNoteSchema.optional(),
  /** The values that the sentence stands on. */
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  /** Where the rule comes from: an RFC's section, a register. */
  source: z.string(),
  /** Best first. Two of equal confidence mean that a person has to choose. */
  corrections: z.array(correctionSchema),
});

/** `healthy`: nothing to do; `attention`: works, with something odd; `wrong`: cannot work so; `unknown`: too little is known. */
export const verdictSchema = z.object({
  code: z.enum(["healthy", "attention", "wrong", "unknown"]),
  message: localizedSchema,
  /** The rule whose finding decided, or null. */
  rule: z.string().nullable(),
});

export type Severity = z.infer<typeof severitySchema>;
export type Correction = DeepReadonly<z.infer<typeof correctionSchema>>;
export type Finding = DeepReadonly<z.infer<typeof findingSchema>>;
export type Verdict = DeepReadonly<z.infer<typeof verdictSchema>>;
