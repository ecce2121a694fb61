// The registry and its texts -> one page of all rules in a language, as Markdown. The pages in resources/knowledge are
// written by `npm run docs` and compared by a test, so that nothing about a rule is written twice.
import type { Language } from "../failures/localized.ts";
import { printSource } from "./print-source.ts";
import { rules } from "./rules/registry.ts";
import { findingTextsEn } from "./texts/en.ts";
import { findingTextsZhCn } from "./texts/zh-cn.ts";

const words = {
  en: {
    title: "What is checked",
    intro:
      "Every rule, worst first. Values in braces are those of the terminal. A site's policy may raise, lower or switch off each rule by its name. Written by `npm run docs` from the rules themselves.",
    severity: { error: "Wrong", warning: "Odd", info: "For information" },
    technical: "For technicians",
    source: "Source",
    corrects: "Proposes corrections.",
  },
  "zh-CN": {
    title: "检查些什么",
    intro:
      "全部规则，严重的在前。花括号里是终端的实际数值。门店的规定可以按名称把每条规则调高、调低或关闭。本页由 `npm run docs` 根据规则本身生成。",
    severity: { error: "错误", warning: "异常", info: "提示" },
    technical: "技术说明",
    source: "出处",
    corrects: "会提出更正建议。",
  },
} as const;

export function printRules(language: Language): string {
  const { title, intro, severity, technical, source, corrects } = words[language];
  const texts = language === "en" ? findingTextsEn : findingTextsZhCn;
  const sections = (["error", "warning", "info"] as const).map((level) => {
    const entries = rules
      .filter((rule) => rule.severity === level)
      .map((rule) => {
        const text = texts[rule.id];
        const propose = "propose" in rule ? ` ${corrects}` : "";
        return [
          `### \`${rule.id}\``,
          "",
          `**${text.message}** ${text.why}${propose}`,
          "",
          `- ${technical}: ${text.technical}`,
          `- ${source}: ${printSource(rule.source, language)}`,
        ].join("\n");
      });
    return [`## ${severity[level]}`, ...entries].join("\n\n");
  });
  return `${[`# ${title}`, intro, ...sections].join("\n\n")}\n`;
}
