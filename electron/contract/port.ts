// A port as every screen lists it.
import { z } from "zod";
import { localizedSchema } from "../core/findings/finding.ts";

export const portNameSchema = z.string().min(1).max(512);

export const portSchema = z.object({
  /** What `port` takes. */
  path: z.string(),
  kind: z.enum(["serial", "demo"]),
  label: localizedSchema.nullable(),
  manufacturer: z.string().nullable(),
  product: z.string().nullish(),
  serialNumber: z.string().nullable(),
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  permitted: z.boolean().nullable(),
  /** Whether a program has it, Counterpart too; absent or null: not known. */
  inUse: z.boolean().nullish(),
});

export const portCommands = {
  "ports.list": { input: z.object({}), output: z.object({ ports: z.array(portSchema) }) },
  /** Tells the list as a `ports` event, now and whenever it changes, until it is cancelled. */
  "ports.watch": { input: z.object({}), output: z.object({}) },
  /** Waits for a port that was lost; null when it has not come back in that time. */
  "ports.await": {
    input: z.object({ port: portNameSchema, seconds: z.number().int().min(1).max(600) }),
    output: z.object({
      port: z.string().nullable(),
      /** Known by its serial number; else only the place is the same, and a person has to say whether it is the terminal. */
      isSame: z.boolean(),
    }),
  },
} as const;
