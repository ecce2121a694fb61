// One terminal of a provisioning plan, as it is checked, kept and carried out.
import { z } from "zod";
import { type DeepReadonly, networkSettingsSchema } from "../settings/network-settings.ts";

const shortText = z.string().max(4096).nullable();

export const planRowSchema = z.object({
  /** In the sheet, from 1. */
  line: z.number().int().positive(),
  /** Null: whichever terminal comes next. */
  serialNumber: z.string().min(1).max(256).nullable(),
  /** What it is to have; what is null or empty stays as the terminal has it. */
  settings: networkSettingsSchema,
  /** As the sheet names it; null: the terminal's first of that kind. */
  interface: shortText,
  merchantNumber: shortText,
  terminalNumber: shortText,
  /** The description that the terminal is to be spoken to with; null: it is recognised. */
  profile: shortText,
  notes: shortText,
  /** Whether the address came from a pool. */
  isAllocated: z.boolean(),
});

export type PlanRow = DeepReadonly<z.infer<typeof planRowSchema>>;

/** `192.168.1.23/24`, `DHCP`, or null where the sheet does not say. */
export function printRowAddress({ settings }: PlanRow): string | null {
  const ipv4 = settings.interfaces[0]?.ipv4;
  if (ipv4?.method === "dhcp") return "DHCP";
  if (ipv4?.address == null) return null;
  return ipv4.prefixLength === null ? ipv4.address : `${ipv4.address}/${ipv4.prefixLength}`;
}
