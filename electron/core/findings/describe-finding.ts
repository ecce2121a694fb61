import { fillText } from "./fill-text.ts";
import type { Finding } from "./finding.ts";
import type { Observed } from "./observe.ts";
import type { Evidence } from "./observation.ts";
import type { TerminalFacts } from "./terminal-facts.ts";
import { findingTextsEn, policyTextsEn } from "./texts/en.ts";
import { findingTextsZhCn, policyTextsZhCn } from "./texts/zh-cn.ts";
import { putInWords } from "./texts/value-words.ts";

/** What was observed, in words. */
export function describeFinding(terminal: TerminalFacts, observed: Observed): Omit<Finding, "corrections"> {
  const { rule, own, level, interface: name, field, evidence } = observed;
  const en = findingTextsEn[rule.id];
  const zhCn = findingTextsZhCn[rule.id];
  const values: Evidence = "interface" in evidence ? evidence : { ...evidence, interface: name };
  const [inEn, inZhCn] = [putInWords(values, "en"), putInWords(values, "zh-CN")];
  return {
    rule: rule.id,
    // What is switched off is told apart; there it keeps its own weight.
    severity: level === "off" ? own : level,
    interface: name,
    field,
    message: { en: fillText(en.message, inEn, "en"), "zh-CN": fillText(zhCn.message, inZhCn, "zh-CN") },
    why: { en: fillText(en.why, inEn, "en"), "zh-CN": fillText(zhCn.why, inZhCn, "zh-CN") },
    technical: { en: fillText(en.technical, inEn, "en"), "zh-CN": fillText(zhCn.technical, inZhCn, "zh-CN") },
    ...(terminal.policy?.levels?.has(rule.id) && { policy: notePolicy(terminal, observed) }),
    evidence,
    source: rule.source,
  };
}

function notePolicy({ policy }: TerminalFacts, { own, level }: Observed): NonNullable<Finding["policy"]> {
  const kind = level === "off" ? "off" : level === own ? "same" : "changed";
  const say = (texts: typeof policyTextsEn | typeof policyTextsZhCn, language: "en" | "zh-CN"): string =>
    fillText(texts[kind], { from: texts[own], to: level === "off" ? "" : texts[level] }, language) +
    (policy?.reason == null ? "" : fillText(texts.reason, { reason: policy.reason }, language));
  return { from: own, to: level, message: { en: say(policyTextsEn, "en"), "zh-CN": say(policyTextsZhCn, "zh-CN") } };
}
