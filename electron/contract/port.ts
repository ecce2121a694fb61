// A port as every screen lists it.
import { z } from "zod";
import { localizedSchema } from "../core/findings/finding.ts";

export const lineSchema = z.object({
  baudRate: z.number().int().min(50).max(4_000_000).default(115200),
  dataBits: z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(["none", "even", "odd", "mark", "space"]).default("none"),
  stopBits: z.union([z.literal(1), z.literal(1.5), z.literal(2)]).default(1),
  flowControl: z.enum(["none", "hardware", "software"]).default("none"),
  dtr: z.boolean().default(true),
  rts: z.boolean().default(true),
});

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
  /** Where on the USB it hangs; absent or null: not on USB, or not told. */
  usb: z
    .object({
      location: z.string(),
      hub: z.string().nullable(),
      isHubPowered: z.boolean().nullable(),
      /** What the device asks for at most. */
      milliamps: z.number().nullable(),
    })
    .nullish(),
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
