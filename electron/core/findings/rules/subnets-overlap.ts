import { type Cidr, findBroadcast, findNetwork, printNetwork } from "../../settings/cidr.ts";
import type { InterfaceFacts } from "../interface-facts.ts";
import type { Observation } from "../observation.ts";
import type { TerminalRule } from "../rule.ts";

interface Span {
  readonly target: InterfaceFacts;
  readonly subnet: Cidr;
  readonly first: number;
  readonly last: number;
}

/**
 * Information where two interfaces hang on one router, as Wi-Fi and Ethernet of one shop do. Told once for an interface,
 * with the first other one that it overlaps.
 */
export const subnetsOverlap = {
  id: "ipv4.subnets-overlap",
  severity: "warning",
  source: "RFC 1122 3.3.4.2; RFC 4632 5.1",
  observe: ({ interfaces }) => {
    const spans = interfaces.length < 2 ? [] : interfaces.flatMap(measure).toSorted(compareSpans);
    const found: Observation[] = [];
    let reach: Span | null = null;
    for (const span of spans) {
      // The same address twice has a finding of its own.
      if (reach !== null && span.first <= reach.last && span.subnet.address !== reach.subnet.address) {
        const isOneRouter = span.target.gateway !== null && span.target.gateway === reach.target.gateway;
        found.push({
          interface: span.target.name,
          field: "ipv4.address",
          severity: isOneRouter ? "info" : "warning",
          evidence: {
            subnet: printNetwork(span.subnet),
            other: reach.target.name,
            otherSubnet: printNetwork(reach.subnet),
          },
        });
      }
      if (reach === null || span.last > reach.last) reach = span;
    }
    return found;
  },
} as const satisfies TerminalRule;

function measure(target: InterfaceFacts): readonly Span[] {
  const { subnet, isPointToPoint, settings } = target;
  const isJudged = subnet !== null && subnet.prefixLength <= 30 && !isPointToPoint && settings.link !== "down";
  return isJudged ? [{ target, subnet, first: findNetwork(subnet), last: findBroadcast(subnet) }] : [];
}

/** In the order of addresses, the wider first, then by name, whatever order they were read in. */
function compareSpans(one: Span, other: Span): number {
  return one.first - other.first || other.last - one.last || (one.target.name < other.target.name ? -1 : 1);
}
