// What a description file says about a terminal that is spoken to in lines of text: how the line is set, how it is woken
// and entered, which commands read it, which patterns catch the values, and which commands set, save and restart.
//
//   read: [command -> catch: (?<name>...)] --names--> identity, interfaces, hosts     set: "ip address {address} {mask}"
//
// Everything that is sent is printable ASCII and ends in the line's end: a description holds no code and no control byte.
import { z } from "zod";
import type { DeepReadonly } from "../../settings/network-settings.ts";

/** Characters; what a pattern may hold, and a command. */
const longestPattern = 500;
const longestCommand = 200;

const pattern = z.string().min(1).max(longestPattern);
const sent = z
  .string()
  .min(1)
  .max(longestCommand)
  .regex(/^[\x20-\x7e]*$/);
/** The name of a group in some pattern of `read`. */
const caught = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,31}$/);
/** The same for what may be none: how "none" is written, which may be nothing at all. */
const told = z.union([caught, z.strictObject({ from: caught, unset: z.string().regex(/^[\x21-\x7e]{0,32}$/) })]);
const word = z.string().regex(/^[\x21-\x7e]{1,32}$/);
const seconds = z.number().min(0.1).max(120);

const commandSchema = z.strictObject({
  send: sent,
  /** The answer ends when its last line matches; without it, at the prompt, or when the line rests. */
  until: pattern.optional(),
  within: seconds.default(5),
});

const readCommandSchema = commandSchema.extend({
  catch: z.array(pattern).max(64).default([]),
  /** A refusal, or no answer, leaves its values unknown. */
  optional: z.boolean().default(false),
});

const setCommandSchema = commandSchema.extend({
  /** What the answer has to hold to count as done; without it, anything that is no error. */
  expect: pattern.optional(),
});

const factSchema = z.union([z.strictObject({ from: caught }), z.strictObject({ is: z.string().min(1).max(128) })]);

/** `padded`: three digits in each part, 192.168.001.005. */
const addressSchema = z.strictObject({
  from: caught,
  form: z.enum(["dotted", "padded"]).default("dotted"),
  /** How "none" is written; what reads so is none. */
  unset: word.optional(),
});

const fieldsSchema = z.strictObject({
  method: z.strictObject({ from: caught, static: word, dhcp: word }).optional(),
  address: addressSchema,
  mask: z.strictObject({ from: caught, form: z.enum(["dotted", "padded", "prefix"]).default("dotted") }),
  gateway: addressSchema.optional(),
  dns: z.array(addressSchema).max(4).default([]),
});

const interfaceSchema = z.strictObject({
  name: z.string().regex(/^[\x21-\x7e]{1,64}$/),
  kind: z.enum(["ethernet", "wifi", "cellular", "ppp"]),
  mac: caught.optional(),
  fields: fieldsSchema,
  /** In this order; each with `{address}`, `{mask}`, `{gateway}`, `{method}`, `{dns1}`... in it. */
  set: z.array(setCommandSchema).max(32).default([]),
});

const lineSchema = z.strictObject({
  baudRate: z.number().int().min(50).max(4_000_000).optional(),
  dataBits: z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(8)]).optional(),
  parity: z.enum(["none", "even", "odd", "mark", "space"]).optional(),
  stopBits: z.union([z.literal(1), z.literal(1.5), z.literal(2)]).optional(),
  flowControl: z.enum(["none", "hardware", "software"]).optional(),
  /** Whether the wire is driven while the port is open: some terminals restart when DTR changes. */
  dtr: z.boolean().optional(),
  rts: z.boolean().optional(),
});

export const textDescriptionSchema = z.strictObject({
  family: z.literal("text"),
  name: z.strictObject({ en: z.string().min(1).max(200), "zh-CN": z.string().min(1).max(200) }),
  line: lineSchema.default({}),
  /** Texts that are all heard after a line end: the terminal is recognised by them. */
  signs: z.array(sent.min(3)).max(8).default([]),
  /** What ends each line that is sent. */
  end: z.enum(["cr", "lf", "crlf"]).default("cr"),
  /** Milliseconds of rest that end an answer where neither a prompt nor `until` does. */
  quiet: z.number().int().min(20).max(5000).default(400),
  /** For terminals that lose what is sent too fast: so many bytes, then a rest in milliseconds. */
  pace: z.strictObject({ bytes: z.number().int().min(1).max(64), rest: z.number().int().min(1).max(1000) }).optional(),
  /** Whether an empty line makes it show its prompt. */
  wake: z.enum(["line-end", "none"]).default("line-end"),
  login: z
    .strictObject({ user: pattern.optional(), password: pattern.optional(), refused: pattern.optional() })
    .optional(),
  /** Its last line when it waits for a command. */
  prompt: pattern.optional(),
  more: z.strictObject({ prompt: pattern, key: z.enum(["space", "line-end"]).default("space") }).optional(),
  errors: z.array(pattern).max(32).default([]),
  /** Lines that come by themselves and belong to no answer. */
  noise: z.array(pattern).max(32).default([]),
  read: z.array(readCommandSchema).min(1).max(64),
  identity: z
    .strictObject({
      vendor: factSchema.optional(),
      model: factSchema.optional(),
      serialNumber: factSchema.optional(),
      firmware: factSchema.optional(),
      hostName: factSchema.optional(),
    })
    .default({}),
  interfaces: z.array(interfaceSchema).max(16).default([]),
  hosts: z
    .array(z.strictObject({ host: told, port: told.optional(), purpose: z.string().max(64).optional() }))
    .max(16)
    .default([]),
  tpdu: told.optional(),
  /** What the acquirer knows the shop and the terminal by. */
  merchantNumber: told.optional(),
  terminalNumber: told.optional(),
  /** As those of an interface, with `{host1}`, `{port1}`..., `{tpdu}`, `{merchantNumber}`, `{terminalNumber}` in them. */
  set: z.array(setCommandSchema).max(32).default([]),
  /** Makes what was set last. */
  save: z.array(setCommandSchema).max(8).default([]),
  restart: z
    .strictObject({
      send: sent,
      /** Seconds in which nothing is asked, because it may still answer before it goes down. */
      pause: z.number().min(0).max(60).default(2),
      within: z.number().min(1).max(600).default(90),
    })
    .optional(),
  /** Whether new settings run at once, or the restart belongs to every push. */
  takesEffect: z.enum(["at-once", "after-restart"]).default("at-once"),
  /** Whether a new value is read back before the restart. */
  readsBack: z.enum(["at-once", "after-restart"]).default("at-once"),
  logs: commandSchema.optional(),
  /** Said when Counterpart goes, where it had to log in. */
  leave: sent.optional(),
});

export type TextDescription = DeepReadonly<z.infer<typeof textDescriptionSchema>>;
export type Told = NonNullable<TextDescription["tpdu"]>;
export type DescribedTextInterface = TextDescription["interfaces"][number];
export type TextFields = DescribedTextInterface["fields"];
export type ReadCommand = TextDescription["read"][number];
export type SetCommand = DescribedTextInterface["set"][number];
