// The one model of a terminal's settings: what every dialect reads, every rule checks and the contract prints.
// Text fields are quoted as the terminal reports them, however wrong; the rules judge them. Unknown is null.
import { z } from "zod";

const text = z.string().max(4096);
const textOrNull = text.nullable();
const count = z.number().int().nonnegative();
const prefix = z.number().int().min(0).max(128).nullable();

const methodSchema = z.enum(["static", "dhcp", "link-local", "none"]);

/** One address family of one interface. `additional` holds further addresses as `ADDRESS/PREFIX`. */
const ipSettingsSchema = z.object({
  method: methodSchema.nullable().default(null),
  address: textOrNull.default(null),
  prefixLength: prefix.default(null),
  gateway: textOrNull.default(null),
  dns: z.array(text).max(64).default([]),
  additional: z.array(text).max(256).default([]),
});

const interfaceKindSchema = z.enum(["ethernet", "wifi", "cellular", "ppp", "loopback", "bridge", "virtual", "other"]);

/** Who keeps an interface's settings across a restart. */
const managerSchema = z.enum([
  "ifupdown",
  "networkmanager",
  "systemd-networkd",
  "connman",
  "openwrt-uci",
  "busybox-udhcpc",
]);

export const interfaceSchema = z.object({
  name: z.string().min(1).max(64),
  kind: interfaceKindSchema.nullable().default(null),
  mac: textOrNull.default(null),
  /** Whether a carrier is there. */
  link: z.enum(["up", "down"]).nullable().default(null),
  /** Octets. */
  mtu: count.nullable().default(null),
  manager: managerSchema.nullable().default(null),
  /** What is configured, or what runs when nothing is configured. */
  ipv4: ipSettingsSchema.nullable().default(null),
  ipv6: ipSettingsSchema.nullable().default(null),
  running: z
    .object({ ipv4: ipSettingsSchema.nullable().default(null), ipv6: ipSettingsSchema.nullable().default(null) })
    .nullable()
    .default(null),
});

const routeSchema = z.object({
  /** `ADDRESS/PREFIX`; the default routes are `0.0.0.0/0` and `::/0`. */
  destination: text,
  gateway: textOrNull.default(null),
  interface: textOrNull.default(null),
  metric: count.nullable().default(null),
});

const nameServerSchema = z.object({
  address: text,
  /** Where the terminal keeps it: a file's path or a service's name. */
  source: textOrNull.default(null),
});

const hostSchema = z.object({
  /** A host name or an address, as the payment application has it. */
  host: text,
  port: count.nullable().default(null),
  tls: z.boolean().nullable().default(null),
  /** What it is for, as the terminal calls it. */
  purpose: textOrNull.default(null),
});

export const networkSettingsSchema = z.object({
  interfaces: z.array(interfaceSchema).max(256),
  routes: z.array(routeSchema).max(4096).default([]),
  nameServers: z.array(nameServerSchema).max(64).default([]),
  hosts: z.array(hostSchema).max(64).default([]),
  tpdu: textOrNull.default(null),
});

export type IpSettings = DeepReadonly<z.infer<typeof ipSettingsSchema>>;
export type InterfaceKind = z.infer<typeof interfaceKindSchema>;
export type Manager = z.infer<typeof managerSchema>;
export type InterfaceSettings = DeepReadonly<z.infer<typeof interfaceSchema>>;
export type Route = DeepReadonly<z.infer<typeof routeSchema>>;
export type NameServer = DeepReadonly<z.infer<typeof nameServerSchema>>;
export type NetworkSettings = DeepReadonly<z.infer<typeof networkSettingsSchema>>;

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
