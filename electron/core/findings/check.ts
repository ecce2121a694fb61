// settings (+ what else is known) -> findings, each with its values, its sentence, and corrections proven by these rules.
// Every rule of the registry looks at the same parsed facts; the order of interfaces and routes makes no difference.
// Ordered by severity, then interface, then the registry, where causes come before their consequences.
import type { NetworkSettings } from "../settings/network-settings.ts";
import { fillText } from "./fill-text.ts";
import type { Finding, Severity } from "./finding.ts";
import { type Observed, observeAll } from "./observe.ts";
import { offerCorrections } from "./offer-corrections.ts";
import { type CheckContext, gatherFacts } from "./terminal-facts.ts";
import { findingTextsEn } from "./texts/en.ts";
import { findingTextsZhCn } from "./texts/zh-cn.ts";

const nothingElse: CheckContext = { neighbours: [] };

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function check(settings: NetworkSettings, context: CheckContext = nothingElse): readonly Finding[] {
  const terminal = gatherFacts(settings, context);
  const everything = observeAll(terminal);
  return everything
    .toSorted(compareObserved)
    .map((observed) => ({ ...describe(observed), corrections: offerCorrections(terminal, observed, everything) }));
}

function describe({ rule, severity, interface: name, field, evidence }: Observed): Omit<Finding, "corrections"> {
  const en = findingTextsEn[rule.id];
  const zhCn = findingTextsZhCn[rule.id];
  const values = { ...evidence, interface: name };
  return {
    rule: rule.id,
    severity,
    interface: name,
    field,
    message: { en: fillText(en.message, values, "en"), "zh-CN": fillText(zhCn.message, values, "zh-CN") },
    why: { en: fillText(en.why, values, "en"), "zh-CN": fillText(zhCn.why, values, "zh-CN") },
    evidence,
    source: rule.source,
  };
}

/** Equal ones keep the registry's order, which `toSorted` preserves. Findings of the whole terminal come last. */
function compareObserved(one: Observed, other: Observed): number {
  return weights[one.severity] - weights[other.severity] || compareNames(one.interface, other.interface);
}

function compareNames(one: string | null, other: string | null): number {
  if (one === other) {
    return 0;
  }
  return other === null || (one !== null && one < other) ? -1 : 1;
}
