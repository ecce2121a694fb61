// An evidence pack: what is known of one terminal that cannot communicate, as a file for whoever helps; and the correction
// file that comes back, bound to that terminal and to the settings that the pack shows.
import { z } from "zod";
import { diagnosisCommands } from "./diagnosis.ts";
import { plannedSchema } from "./planned.ts";

const largestText = 256 * 1024;
/** A frame of the link holds it with room to spare. */
const largestZip = 900 * 1024;

const sentPack = { name: z.string().max(4096), zip: z.string().max(largestZip) };

export const packCommands = {
  /** The same input gives the same octets again. */
  "pack.make": {
    input: z.object({
      ...diagnosisCommands["diagnosis.reason"].input.shape,
      /** ISO 8601, as the asking side has it. */
      made: z.iso.datetime(),
      terminalId: z.string().max(64).default(""),
    }),
    output: z.object({
      /** Base64 of a ZIP. */
      zip: z.string(),
      /** SHA-256 of the ZIP, hexadecimal. */
      digest: z.string(),
      /** Everything that leaves, as text. */
      entries: z.array(z.object({ name: z.string(), text: z.string() })),
    }),
  },
  /** A correction file -> the plan for the terminal that it was made for: `other-terminal`, `plan-stale` where it is not. */
  "pack.plan": {
    input: z.object({
      session: z.string().min(1).max(64),
      name: z.string().max(4096),
      text: z.string().max(largestText),
    }),
    output: z.object({ plan: plannedSchema, set: z.array(z.string()) }),
  },
  /** A pack that somebody sent; no terminal is needed. `canAnswer`: a correction can be bound to it. */
  "pack.open": {
    input: z.object(sentPack),
    output: z.object({
      made: z.string(),
      terminal: z.object({ serialNumber: z.string().nullable(), terminalId: z.string().nullable() }),
      known: diagnosisCommands["diagnosis.reason"].input,
      reasoned: diagnosisCommands["diagnosis.reason"].output,
      canAnswer: z.boolean(),
      files: z.array(z.object({ name: z.string(), text: z.string() })),
    }),
  },
  /** The correction file for it, bound to its terminal and to its settings. */
  "pack.answer": {
    input: z.object({ ...sentPack, set: z.array(z.string().max(4096)).min(1).max(64) }),
    output: z.object({ text: z.string() }),
  },
} as const;
