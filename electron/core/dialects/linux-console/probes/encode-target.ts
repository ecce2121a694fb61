// Targets on their way into a probe's command: an address or a name in its strict form, so that nothing of it can be
// taken for an option or for shell.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { parseHostName } from "../../../settings/host-name.ts";
import { parseIpv4, printIpv4 } from "../../../settings/ipv4.ts";
import { parseIpv6, printIpv6 } from "../../../settings/ipv6.ts";

export interface Target {
  readonly kind: "ipv4" | "ipv6" | "name";
  /** Letters, digits, dots, hyphens and colons only. */
  readonly text: string;
}

export function encodeAddress(field: string, text: string): Result<Target> {
  const ipv4 = parseIpv4(text);
  if (ipv4.ok) return succeed({ kind: "ipv4", text: printIpv4(ipv4.value) });
  const ipv6 = parseIpv6(text);
  if (ipv6.ok && ipv6.value.zone === null) return succeed({ kind: "ipv6", text: printIpv6(ipv6.value.address) });
  return fail(makeFailure("input-invalid", { where: field, reason: JSON.stringify(text.slice(0, 64)) }));
}

export function encodeHost(field: string, text: string): Result<Target> {
  const name = parseHostName(text);
  return name.ok ? succeed({ kind: "name", text: name.value }) : encodeAddress(field, text);
}
