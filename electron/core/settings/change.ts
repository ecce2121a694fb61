import { z } from "zod";
import type { DeepReadonly } from "./network-settings.ts";

/** Values print as `--set` takes them; null is "not set", or not known of a clock. `ipv4.address` is ADDRESS/PREFIX, `ipv4.dns` a comma-separated list. */
export const changeSchema = z.object({
  /** Empty for what the terminal has only once, such as its clock. */
  interface: z.string(),
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** As `--set` names it. */
export function nameField({ interface: name, field }: Pick<Change, "interface" | "field">): string {
  return name === "" ? field : `${name}.${field}`;
}

export type Change = DeepReadonly<z.infer<typeof changeSchema>>;
