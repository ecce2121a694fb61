import type { NetworkSettings } from "../settings/network-settings.ts";
import type { Severity } from "./finding.ts";
import type { Observation, Rule } from "./rule.ts";
import { type RuleId, rules } from "./rules/registry.ts";
import { type CheckContext, gatherFacts, type TerminalFacts } from "./terminal-facts.ts";

export interface Observed extends Observation {
  readonly rule: Rule & { readonly id: RuleId };
  readonly severity: Severity;
}

const all: readonly Observed["rule"][] = rules;

/** What every rule sees, in the registry's order, without sentences and corrections. */
export function observeAll(terminal: TerminalFacts): readonly Observed[] {
  return all.flatMap((rule) =>
    rule.observe(terminal).map((observation) => ({ severity: rule.severity, ...observation, rule })),
  );
}

/** The same for settings that are only supposed. */
export function observeSettings(settings: NetworkSettings, context: CheckContext): readonly Observed[] {
  return observeAll(gatherFacts(settings, context));
}

/** Two observations with the same name are the same problem, whatever the values. */
export function nameObserved(observed: Observed): string {
  return `${observed.rule.id}@${observed.interface ?? ""}`;
}
