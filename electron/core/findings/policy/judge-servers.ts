// What a site's policy says of one name server.
import { printIpv6 } from "../../settings/ipv6.ts";
import type { InterfaceFacts, ServerFacts } from "../interface-facts.ts";
import { findOperator, isPublicResolver } from "../operators.ts";
import type { PreparedPolicy } from "./prepare-policy.ts";

export type ServerOffence = "forbidden" | "public" | "operator";

/** Null when the policy has nothing against it. What it requires is never an offence. */
export function findOffence(policy: PreparedPolicy, server: ServerFacts): ServerOffence | null {
  const text = nameServer(server);
  if (policy.required.includes(text)) return null;
  if (policy.forbidden.has(text)) return "forbidden";
  if (policy.entries.dns?.forbidPublic === true && isPublicResolver(text)) return "public";
  const operator = policy.operator === null ? null : findOperator(text);
  return operator !== null && operator !== policy.operator ? "operator" : null;
}

/** The servers of an interface that offend in this way, as they are written. */
export function listOffences(
  policy: PreparedPolicy | null,
  { servers, ipv6 }: InterfaceFacts,
  offence: ServerOffence,
): string[] {
  if (policy === null) {
    return [];
  }
  const found = new Set<string>();
  for (const server of servers) {
    if (findOffence(policy, server) === offence) found.add(server.text);
  }
  for (const server of ipv6?.servers ?? []) {
    if (findOffence(policy, server) === offence) found.add(server.text);
  }
  return [...found];
}

/** Canonical, so that spelling makes no difference. */
export function nameServer({ text, ipv6 }: ServerFacts): string {
  return ipv6 === null ? text : printIpv6(ipv6);
}
