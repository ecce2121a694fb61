import { parseIpv4 } from "../../settings/ipv4.ts";
import { readDrift } from "../drift.ts";
import { isLoopback } from "../ipv4-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

/** In any order. Not held against a local resolver, which stands for the servers behind it. */
export const serversDrift = {
  id: "dns.drift",
  severity: "warning",
  source: "RFC 1123 6.1.3.1",
  observeOne: (target) => {
    const running = readDrift(target)?.running.dns ?? [];
    const configured = target.ipv4.dns;
    const isComparable = running.length > 0 && configured.length > 0 && !running.some(isLocalResolver);
    return !isComparable || isSameSet(running, configured)
      ? null
      : { field: "ipv4.dns", evidence: { configured: [...configured], running: [...running] } };
  },
} as const satisfies InterfaceRule;

function isLocalResolver(server: string): boolean {
  const address = parseIpv4(server);
  return server === "::1" || (address.ok && isLoopback(address.value));
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === other.length && one.every((text, place) => text === other[place])) {
    return true;
  }
  return [...new Set(one)].toSorted().join() === [...new Set(other)].toSorted().join();
}
