// A site's policy as a person writes it (YAML or JSON): what the terminals of a shop or a chain must look like.
// Everything is optional. Exceptions per terminal replace single entries; the last that matches decides.
import { z } from "zod";
import { parseCidr } from "../../settings/cidr.ts";
import { parseHostName } from "../../settings/host-name.ts";
import { scanIpv4 } from "../../settings/ipv4.ts";
import { parseIpv6 } from "../../settings/ipv6.ts";
import type { DeepReadonly } from "../../settings/network-settings.ts";
import { operatorNames } from "../operators.ts";

/** Reasons of refusals, as keys: `explainIssue` has the sentences. */
const ipv4 = z.string().refine((text) => scanIpv4(text) !== null, { error: "address-form" });
const address = z.string().refine((text) => scanIpv4(text) !== null || parseIpv6(text).ok, { error: "address-form" });
const subnet = z.string().refine((text) => parseCidr(text).ok, { error: "subnet-form" });
const range = z.string().refine((text) => readRange(text) !== null, { error: "range-form" });
const host = z
  .string()
  .refine((text) => scanIpv4(text) !== null || parseIpv6(text).ok || parseHostName(text).ok, { error: "host-form" });

const levelSchema = z.enum(["off", "info", "warning", "error"]);

const dnsSchema = z.strictObject({
  required: z.array(address).max(16).optional(),
  forbidden: z.array(address).max(256).optional(),
  /** Forbids the well-known public resolvers. */
  forbidPublic: z.boolean().optional(),
});

const hostSchema = z.strictObject({
  host,
  port: z.number().int().min(1).max(65535).optional(),
  tls: z.boolean().optional(),
});

const entries = {
  /** Networks that a terminal may be in: `192.168.1.0/24`. */
  subnets: z.array(subnet).max(256).optional(),
  /** What the site's DHCP server hands out: `192.168.1.100-192.168.1.199`. */
  dhcpPool: z.union([range, z.array(range).max(64)]).optional(),
  gateway: ipv4.optional(),
  /** The last part of every gateway: 1 or 254. */
  gatewayEndsIn: z.number().int().min(1).max(254).optional(),
  dns: dnsSchema.optional(),
  /** Whose line it is. */
  operator: z.enum(operatorNames).optional(),
  /** Every acquirer's host that a terminal must have. */
  hosts: z.array(hostSchema).max(64).optional(),
  /** Host names of terminals: `*` any characters, `?` one, `#` one digit. */
  namePattern: z.string().min(1).max(128).optional(),
  /** What a rule weighs here: `ipv4.address-public: off`. */
  rules: z.record(z.string().max(128), levelSchema).optional(),
};

export const sitePolicySchema = z.strictObject({
  version: z.literal(1).optional(),
  site: z.string().max(256).optional(),
  ...entries,
  terminals: z
    .array(
      z.strictObject({
        /** Every one that is given must agree. */
        match: z
          .strictObject({
            serialNumber: z.string().max(256).optional(),
            hostName: z.string().max(256).optional(),
            mac: z.string().max(64).optional(),
          })
          .refine((match) => Object.values(match).some((value) => value !== undefined), { error: "match-empty" }),
        reason: z.string().max(1024).optional(),
        ...entries,
      }),
    )
    .max(20_000)
    .optional(),
});

export type SitePolicy = DeepReadonly<z.infer<typeof sitePolicySchema>>;
export type PolicyLevel = z.infer<typeof levelSchema>;
export type PolicyEntries = Omit<SitePolicy, "version" | "site" | "terminals">;

/** `192.168.1.100-192.168.1.199` as its first and last address, or null. */
export function readRange(text: string): readonly [number, number] | null {
  const [from = "", to = "", more] = text.split("-").map((part) => part.trim());
  const [first, last] = [scanIpv4(from), scanIpv4(to)];
  return more === undefined && first !== null && last !== null && first <= last ? [first, last] : null;
}
