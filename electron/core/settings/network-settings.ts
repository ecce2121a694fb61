// The one model of a terminal's settings: what every dialect reads, every rule checks and the contract prints.
// Text fields are quoted as the terminal reports them, however wrong; the rules judge them. Unknown is null.
import { z } from "zod";

const text = z.string().max(4096);
const textOrNull = text.nullable();
/**
 * More than any terminal has: dozens of times a big one's settings. Their product is what one check may have to look at, and
 * it has to answer within 10 ms whatever it is given (tests/core/findings/check-time.test.ts).
 */
export const mostOf = {
  interfaces: 64,
  servers: 16,
  additional: 32,
  routes: 1024,
  nameServers: 32,
  hosts: 64,
  neighbours: 16,
} as const;

const count = z.number().int().nonnegative();
const prefix = z.number().int().min(0).max(128).nullable();

const methodSchema = z.enum(["static", "dhcp", "link-local", "none"]);

/** What a DHCP server granted. */
const leaseSchema = z.object({
  /** The server's address. */
  server: textOrNull.default(null),
  /** Seconds until it ends, counted when it was read; negative when it has ended. */
  remainingSeconds: z.number().int().nullable().default(null),
});

/** One address family of one interface. `additional` holds further addresses as `ADDRESS/PREFIX`. */
const ipSettingsSchema = z.object({
  method: methodSchema.nullable().default(null),
  address: textOrNull.default(null),
  prefixLength: prefix.default(null),
  gateway: textOrNull.default(null),
  dns: z.array(text).max(mostOf.servers).default([]),
  additional: z.array(text).max(mostOf.additional).default([]),
  lease: leaseSchema.nullish(),
});

const wifiSchema = z.object({
  ssid: textOrNull.default(null),
  security: z.enum(["open", "wep", "wpa", "wpa2", "wpa3", "enterprise"]).nullable().default(null),
  /** Only as a person types it; never read from a terminal, never quoted in a finding. */
  passphrase: textOrNull.default(null),
  signalDbm: z.number().nullable().default(null),
});

const cellularSchema = z.object({
  /** Access point name. */
  apn: textOrNull.default(null),
  pdpType: z.enum(["ipv4", "ipv6", "ipv4v6", "ppp"]).nullable().default(null),
  /** Signal quality as AT+CSQ tells it: 0 to 31, 99 when unknown (3GPP TS 27.007 8.5). */
  csq: count.nullable().default(null),
  rsrpDbm: z.number().nullable().default(null),
  /** As AT+CREG tells it (3GPP TS 27.007 7.2). */
  registration: z
    .enum(["home", "roaming", "searching", "denied", "not-registered", "unknown", "sms-only", "emergency-only"])
    .nullable()
    .default(null),
  /** The context's number in the modem. */
  context: count.nullish(),
  authentication: z.enum(["none", "pap", "chap"]).nullish(),
  user: textOrNull.optional(),
  /** As AT+CPIN? tells it (3GPP TS 27.007 8.3); `locked`: to another card or network. */
  sim: z.enum(["ready", "absent", "pin", "puk", "locked", "busy", "failed"]).nullish(),
  /** Tries that the SIM card's PIN has left. */
  pinTries: count.nullish(),
  /** The SIM card's number, masked. */
  iccid: textOrNull.optional(),
  operator: textOrNull.optional(),
  /** 2G, 3G, LTE, NB-IoT or 5G. */
  technology: textOrNull.optional(),
  rsrqDb: z.number().nullish(),
  /** Whether the network lets the terminal use data at all. */
  attached: z.boolean().nullish(),
  /** Whether this context is up. */
  active: z.boolean().nullish(),
  /** The access point that the network granted, with the operator's part where it told that. */
  runningApn: textOrNull.optional(),
});

const pppSchema = z.object({
  user: textOrNull.default(null),
  authentication: z.enum(["none", "pap", "chap"]).nullable().default(null),
  /** The other end's address. */
  peer: textOrNull.default(null),
  /** The number that a dial-up terminal calls. */
  dialNumber: textOrNull.default(null),
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
  /** The payment application, in a file of its own. */
  "parameter-file",
  /** A modem, in its own memory. */
  "modem",
  /** The terminal itself, which only tells what it keeps. */
  "terminal",
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
  wifi: wifiSchema.nullish(),
  cellular: cellularSchema.nullish(),
  ppp: pppSchema.nullish(),
});

const routeSchema = z.object({
  /** `ADDRESS/PREFIX`; the default routes are `0.0.0.0/0` and `::/0`. */
  destination: text,
  gateway: textOrNull.default(null),
  interface: textOrNull.default(null),
  metric: count.nullable().default(null),
});

/** A device that answered on an interface's link when the kernel looked for its address. */
const neighbourSchema = z.object({ interface: text, address: text });

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
  /** Which of its hosts the terminal counts it as, from 1; absent where it does not count them. */
  place: z.number().int().min(1).max(mostOf.hosts).optional(),
});

/** Who the terminal says it is, as far as rules and policies look at it. */
const whoSchema = z.object({
  vendor: textOrNull.default(null),
  model: textOrNull.default(null),
  serialNumber: textOrNull.default(null),
  firmware: textOrNull.default(null),
  hostName: textOrNull.default(null),
});

const clockSchema = z.object({
  /** ISO 8601 with the terminal's own offset from UTC. */
  time: textOrNull.default(null),
  /** The terminal's clock minus this PC's, in seconds. */
  aheadSeconds: z.number().nullable().default(null),
});

export const networkSettingsSchema = z.object({
  interfaces: z.array(interfaceSchema).max(mostOf.interfaces),
  routes: z.array(routeSchema).max(mostOf.routes).default([]),
  nameServers: z.array(nameServerSchema).max(mostOf.nameServers).default([]),
  hosts: z.array(hostSchema).max(mostOf.hosts).default([]),
  tpdu: textOrNull.default(null),
  /** What the acquirer knows the shop and the terminal by (ISO 8583 fields 42 and 41); absent where the terminal does not tell. */
  merchantNumber: textOrNull.optional(),
  terminalNumber: textOrNull.optional(),
  /** What of hosts, TPDU and these numbers this terminal takes from a push, as assignments name it; absent: nothing. */
  settable: z
    .array(text)
    .max(mostOf.hosts + 3)
    .optional(),
  /** Only a few; absent where the terminal does not tell. */
  neighbours: z.array(neighbourSchema).max(mostOf.neighbours).optional(),
  terminal: whoSchema.nullish(),
  clock: clockSchema.nullish(),
  /** The shop it stands in: addresses and host names have to differ within one. */
  site: textOrNull.optional(),
  /** How many more the terminal has than are read; absent when that is all. */
  leftOut: z.object({ interfaces: count, routes: count, others: count }).optional(),
});

export type IpSettings = DeepReadonly<z.infer<typeof ipSettingsSchema>>;
export type InterfaceKind = z.infer<typeof interfaceKindSchema>;
export type Manager = z.infer<typeof managerSchema>;
export type InterfaceSettings = DeepReadonly<z.infer<typeof interfaceSchema>>;
export type Route = DeepReadonly<z.infer<typeof routeSchema>>;
export type Host = DeepReadonly<z.infer<typeof hostSchema>>;
export type NameServer = DeepReadonly<z.infer<typeof nameServerSchema>>;
export type NetworkSettings = DeepReadonly<z.infer<typeof networkSettingsSchema>>;

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
