// One interface's settings as they shall be, from what is configured and the changes; checked and encoded.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Change } from "../../../settings/change.ts";
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { encodeInterfaceName } from "../encode.ts";

export interface Wanted {
  readonly name: string;
  readonly method: "static" | "dhcp";
  /** Dotted quad; null with DHCP. */
  readonly address: string | null;
  readonly prefixLength: number | null;
  readonly gateway: string | null;
  readonly dns: readonly string[];
  /** The fields that the plan changes. */
  readonly touched: ReadonlySet<string>;
}

export function combine(current: InterfaceSettings, changes: readonly Change[]): Result<Wanted> {
  const name = encodeInterfaceName(current.name);
  if (!name.ok) return name;
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const pick = (field: string, now: string | null): string | null => (to.has(field) ? (to.get(field) ?? null) : now);
  const now = current.ipv4;
  const method = pick("ipv4.method", now?.method ?? "static");
  const address = pick("ipv4.address", now?.address == null ? null : `${now.address}/${now.prefixLength ?? "?"}`);
  const dns = pick("ipv4.dns", now?.dns.join(",") ?? null);
  const isDhcp = method === "dhcp";
  const [host = null, length] = isDhcp ? [] : (address ?? "").split("/");
  const wanted: Wanted = {
    name: name.value,
    method: isDhcp ? "dhcp" : "static",
    address: host,
    prefixLength: length === undefined ? null : Number(length),
    gateway: isDhcp ? null : pick("ipv4.gateway", now?.gateway ?? null),
    dns: dns ? dns.split(",") : [],
    touched: new Set(to.keys()),
  };
  return isUsable(wanted);
}

/** The last gate before a command line: addresses are digits and dots (or hexadecimal and colons), nothing else. */
function isUsable(wanted: Wanted): Result<Wanted> {
  const dotted = /^\d{1,3}(?:\.\d{1,3}){3}$/;
  if (wanted.method === "static") {
    if (wanted.address === null || !dotted.test(wanted.address)) return refuse("ipv4.address", wanted.address);
    const length = wanted.prefixLength;
    if (length === null || !Number.isInteger(length) || length < 0 || length > 32)
      return refuse("ipv4.address", wanted.address);
  }
  if (wanted.gateway !== null && !dotted.test(wanted.gateway)) return refuse("ipv4.gateway", wanted.gateway);
  const odd = wanted.dns.find((server) => !dotted.test(server) && !/^[0-9a-fA-F:.]{2,45}$/.test(server));
  return odd === undefined ? succeed(wanted) : refuse("ipv4.dns", odd);
}

function refuse(field: string, value: string | null): Result<never> {
  const quoted = JSON.stringify(value ?? "").slice(1, 60);
  return fail(makeFailure("unusable-value", { field, value: quoted.replace(/"$/, ""), reason: "not an address" }));
}

/** 255.255.255.0 for 24. */
export function printMask(prefixLength: number): string {
  const mask = prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (mask >>> shift) & 255).join(".");
}
