import { printIpv4 } from "../../settings/ipv4.ts";
import type { InterfaceFacts } from "../interface-facts.ts";
import { observeInterfaces, type TerminalRule } from "../rule.ts";

/** More than anybody reads. */
const mostNamed = 8;

/** Unnumbered point-to-point links borrow an address, and an interface without a carrier is in nobody's way. */
export const addressRepeated = {
  id: "ipv4.address-repeated",
  severity: "error",
  source: "RFC 1122 3.3.4.1",
  observe: (terminal) => {
    if (terminal.interfaces.length < 2) {
      return [];
    }
    const holders = new Map<number, string[]>();
    for (const one of terminal.interfaces) {
      if (!isJudged(one)) continue;
      const known = holders.get(one.address ?? 0);
      if (known === undefined) holders.set(one.address ?? 0, [one.name]);
      else known.push(one.name);
    }
    for (const [address, names] of holders) holders.set(address, names.toSorted().slice(0, mostNamed + 1));
    return observeInterfaces(terminal, (target) => {
      const all = isJudged(target) ? (holders.get(target.address ?? 0) ?? []) : [];
      const others = all.filter((name) => name !== target.name);
      return others.length === 0
        ? null
        : { field: "ipv4.address", evidence: { address: printIpv4(target.address ?? 0), others } };
    });
  },
} as const satisfies TerminalRule;

function isJudged({ subnet, isPointToPoint, settings }: InterfaceFacts): boolean {
  return subnet !== null && !isPointToPoint && settings.link !== "down";
}
