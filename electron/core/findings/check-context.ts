// What is known besides a terminal's settings. All of it is optional; rules that need what is not given stay silent.
import { z } from "zod";
import type { DeepReadonly } from "../settings/network-settings.ts";
import type { FleetPlace } from "./fleet-place.ts";
import type { PreparedPolicy } from "./policy/prepare-policy.ts";

/** More networks than a PC has; what each correction may cost depends on it. */
export const mostPcNetworks = 64;

/** This PC's own networks. */
export const pcSchema = z.object({
  interfaces: z
    .array(
      z.object({
        name: z.string().max(256),
        /** Dotted quad. */
        address: z.string().max(64),
        prefixLength: z.number().int().min(0).max(32),
        gateway: z.string().max(64).nullable().default(null),
      }),
    )
    .max(mostPcNetworks),
  /** Whether a person said that PC and terminal hang on one router; without that, the PC's networks prove nothing. */
  sharesRouter: z.boolean().default(false),
});

export type PcNetworks = DeepReadonly<z.infer<typeof pcSchema>>;

export interface CheckContext {
  readonly pc?: PcNetworks | null;
  readonly policy?: PreparedPolicy | null;
  /** The other terminals of the fleet, and which of them this one is. */
  readonly fleet?: FleetPlace | null;
}
