// What NetworkManager keeps: the profile that is active on a device, as `nmcli` prints it.
import { type Kept, type KeptIp, keepNothingBut, keepStatic } from "./kept.ts";
import type { Link } from "./link.ts";
import type { Sections } from "./sections.ts";

const fields = [
  "connection.uuid",
  "connection.interface-name",
  ...["ipv4.method", "ipv4.addresses", "ipv4.gateway", "ipv4.dns"],
  ...["ipv6.method", "ipv6.addresses", "ipv6.gateway", "ipv6.dns"],
];

/** Prints the profiles whose ids follow, a blank line between them. `-e no`: values come last on their lines. */
export const showProfile = `nmcli -t -e no -f ${fields.join(",")} c s`;

export interface Profile {
  readonly uuid: string;
  /** As `showProfile` prints it, without the line end. */
  readonly printed: string;
  readonly values: ReadonlyMap<string, string>;
  /** Whether it is active on this device alone. */
  readonly isOwn: boolean;
}

/** The active profile of a device; null when NetworkManager shows none. */
export function findProfile(sections: Sections, link: Pick<Link, "index">): Profile | null {
  const active = [...(sections.get("nm") ?? "").matchAll(/^(\d+):connection-uuid=([\w-]+)$/gm)];
  const uuid = active.find(([, index]) => Number(index) === link.index)?.[2];
  if (uuid === undefined) return null;
  const printed = (sections.get("nc") ?? "")
    .trim()
    .split(/\n\n+/)
    .find((block) => block.startsWith(`connection.uuid:${uuid}\n`));
  if (printed === undefined) return null;
  const values = new Map(
    printed.split("\n").map((line): [string, string] => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  return { uuid, printed, values, isOwn: active.filter(([, , each]) => each === uuid).length === 1 };
}

/** `ownsDns`: NetworkManager writes /etc/resolv.conf or tells systemd-resolved. */
export function readProfile({ values }: Profile, ownsDns: boolean): Kept {
  return { ipv4: readFamily(values, "ipv4", ownsDns), ipv6: readFamily(values, "ipv6", ownsDns) };
}

const methods = {
  auto: "dhcp",
  dhcp: "dhcp",
  "link-local": "link-local",
  disabled: "none",
} as const;

function readFamily(values: Profile["values"], family: "ipv4" | "ipv6", ownsDns: boolean): KeptIp | null {
  const dns = ownsDns ? splitList(values.get(`${family}.dns`)) : null;
  const method = values.get(`${family}.method`) ?? "";
  const known = Object.entries(methods).find(([name]) => name === method)?.[1];
  if (known !== undefined) return keepNothingBut(known, dns);
  if (method !== "manual") return null;
  const addresses = splitList(values.get(`${family}.addresses`));
  return keepStatic(addresses, { gateway: values.get(`${family}.gateway`) ?? null, dns });
}

function splitList(text: string | undefined): readonly string[] {
  return (text ?? "").split(/[,\s]+/).filter((each) => each !== "");
}
