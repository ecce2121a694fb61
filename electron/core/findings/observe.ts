// facts -> what every rule sees, with the weight that the site's policy gives it.
import type { PolicyLevel } from "./policy/site-policy.ts";
import type { Observation } from "./observation.ts";
import type { InterfaceRule, Need, TerminalRule } from "./rule.ts";
import { type RuleId, rules } from "./rules/registry.ts";
import type { InterfaceFacts } from "./interface-facts.ts";
import type { TerminalFacts } from "./terminal-facts.ts";

export interface Observed extends Observation {
  readonly rule: (InterfaceRule | TerminalRule) & { readonly id: RuleId };
  /** The rule's place in the registry. */
  readonly place: number;
  /** What the rule itself gives. */
  readonly own: Exclude<PolicyLevel, "off">;
  /** What counts: the policy may have changed it, or have switched the rule off. */
  readonly level: PolicyLevel;
}

/** A rule and its parts, all in the same form: looking at objects of eighty different forms is what would take time. */
interface Placed<Observe> {
  readonly rule: Observed["rule"];
  readonly place: number;
  readonly needs: Need | null;
  readonly observe: Observe;
}

const all: readonly Observed["rule"][] = rules;

const interfaceRules = all.flatMap((rule, place): readonly Placed<InterfaceRule["observeOne"]>[] =>
  "observeOne" in rule ? [{ rule, place, needs: rule.needs ?? null, observe: rule.observeOne }] : [],
);

const terminalRules = all.flatMap((rule, place): readonly Placed<TerminalRule["observe"]>[] =>
  "observe" in rule ? [{ rule, place, needs: rule.needs ?? null, observe: rule.observe }] : [],
);

/** In no order. */
export function observeAll(terminal: TerminalFacts): readonly Observed[] {
  const found: Observed[] = [];
  for (const target of terminal.interfaces) {
    observeInterface(target, terminal, found);
  }
  observeWhole(terminal, found);
  return found;
}

/** Adds what the rules for single interfaces see on this one. */
export function observeInterface(target: InterfaceFacts, terminal: TerminalFacts, found: Observed[]): void {
  for (const placed of interfaceRules) {
    if (placed.needs !== null && !hasForInterface(target, terminal, placed.needs)) continue;
    const seen = placed.observe(target, terminal);
    if (seen !== null) found.push(weigh(terminal, placed, { ...seen, interface: target.name }));
  }
}

/** Adds what the rules see that look at the terminal as a whole. */
export function observeWhole(terminal: TerminalFacts, found: Observed[]): void {
  for (const placed of terminalRules) {
    if (placed.needs !== null && !hasForTerminal(terminal, placed.needs)) continue;
    for (const seen of placed.observe(terminal)) found.push(weigh(terminal, placed, seen));
  }
}

function hasForInterface({ settings, ipv6 }: InterfaceFacts, terminal: TerminalFacts, need: Need): boolean {
  switch (need) {
    case "ipv6":
      return ipv6 !== null;
    case "wifi":
      return settings.wifi != null;
    case "cellular":
      return settings.cellular != null;
    case "lease":
      return settings.ipv4?.lease != null || settings.running?.ipv4?.lease != null;
    case "hosts":
    case "policy":
    case "fleet":
      return hasForTerminal(terminal, need);
  }
}

function hasForTerminal({ settings, policy, context }: TerminalFacts, need: Need): boolean {
  switch (need) {
    case "hosts":
      return settings.hosts.length > 0;
    case "policy":
      return policy !== null;
    case "fleet":
      return context.fleet != null;
    case "ipv6":
    case "wifi":
    case "cellular":
    case "lease":
      return true;
  }
}

function weigh(
  { policy }: TerminalFacts,
  { rule, place }: Pick<Placed<unknown>, "rule" | "place">,
  seen: Observation,
): Observed {
  const own = seen.severity ?? rule.severity;
  const level = policy?.levels?.get(rule.id) ?? own;
  return { interface: seen.interface, field: seen.field, evidence: seen.evidence, rule, place, own, level };
}

/** Two observations with the same name are the same problem, whatever the values. */
export function nameObserved(observed: Observed): string {
  return `${observed.rule.id}@${observed.interface ?? ""}`;
}
