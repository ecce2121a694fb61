// What a description file says about a terminal that keeps its settings in an application's parameter file.
import { z } from "zod";
import type { DeepReadonly } from "../../settings/network-settings.ts";
import type { Description } from "../description.ts";
import { parameterEncodings, parameterFormats } from "../parameters/parameter-file.ts";

/** One value of the file: section and key, names from the root, or tags. */
const path = z.array(z.string().min(1).max(256)).min(1).max(32);

const interfaceSchema = z.strictObject({
  name: z.string().min(1).max(64),
  kind: z.enum(["ethernet", "wifi", "cellular", "ppp"]),
  /** How the file writes "by hand" and "by DHCP". Without it, the address is by hand. */
  method: z.strictObject({ key: path, static: z.string().max(64), dhcp: z.string().max(64) }).optional(),
  address: path,
  mask: path,
  /** Whether the mask is written 255.255.255.0 or 24. */
  maskForm: z.enum(["dotted", "prefix"]).default("dotted"),
  gateway: path.optional(),
  /** One value each, in order. */
  dns: z.array(path).max(8).default([]),
});

export const xcbDescriptionSchema = z.strictObject({
  family: z.literal("xcb"),
  name: z.strictObject({ en: z.string().max(200), "zh-CN": z.string().max(200) }),
  /** Models as `devinfo:` names them; without it, any. */
  models: z.array(z.string().min(1).max(128)).max(64).optional(),
  parameters: z.strictObject({
    /** Who the data is installed for. */
    application: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
    /** Where the terminal keeps it, to be read back. */
    path: z.string().regex(/^\/[^\p{Cc},]{1,255}$/u),
    format: z.enum(parameterFormats),
    encoding: z.enum(parameterEncodings).default("utf-8"),
  }),
  interfaces: z.array(interfaceSchema).max(16),
  hosts: z
    .array(z.strictObject({ host: path, port: path.optional(), purpose: z.string().max(64).optional() }))
    .max(16)
    .default([]),
  tpdu: path.optional(),
  /** What the acquirer knows the shop and the terminal by. */
  merchantNumber: path.optional(),
  terminalNumber: path.optional(),
});

export type XcbDescription = DeepReadonly<z.infer<typeof xcbDescriptionSchema>>;
/** With the name of the file that it stands in. */
export interface NamedDescription extends XcbDescription {
  readonly source: string;
}
export type DescribedInterface = XcbDescription["interfaces"][number];

/** Those of this family whose content is right; the app has said what is wrong with the others when it read them. */
export function readDescriptions(descriptions: readonly Description[]): readonly NamedDescription[] {
  return descriptions.flatMap(({ content, source }) => {
    const parsed = xcbDescriptionSchema.safeParse(content);
    return parsed.success ? [{ ...parsed.data, source }] : [];
  });
}

/** Those that may hold for a model, the ones that name it first. */
export function chooseDescriptions(
  descriptions: readonly NamedDescription[],
  model: string | null,
): readonly NamedDescription[] {
  const naming = descriptions.filter(({ models }) => model !== null && models?.includes(model) === true);
  return [...naming, ...descriptions.filter(({ models }) => models === undefined)];
}
