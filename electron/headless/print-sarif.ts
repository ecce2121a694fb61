// Findings as SARIF 2.1.0 (OASIS), the format that code hosts and review tools read.
import type { Output } from "../contract/commands.ts";
import type { Language } from "../core/failures/localized.ts";
import type { Finding } from "../core/findings/finding.ts";
import { rules } from "../core/findings/rules/registry.ts";
import { findingTextsEn } from "../core/findings/texts/en.ts";
import { findingTextsZhCn } from "../core/findings/texts/zh-cn.ts";

export interface SarifInput {
  readonly file: string;
  /** The line of each terminal, where the file has one for each. */
  readonly lines: readonly number[] | null;
  readonly checked: readonly Output<"settings.check">[];
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

const places: ReadonlyMap<string, number> = new Map(rules.map(({ id }, place) => [id, place]));

export function printSarif({ file, lines, checked }: SarifInput, language: Language): unknown {
  const uri = file === "-" ? "stdin" : encodeURI(file.replaceAll("\\", "/"));
  const results = checked.flatMap(({ findings, switchedOff = [] }, place) => {
    const at = { uri, line: lines?.[place] ?? null, prefix: checked.length > 1 || lines !== null ? `[${place}].` : "" };
    return [
      ...findings.map((finding) => printResult(finding, at, language)),
      ...switchedOff.map((finding) => ({
        ...printResult(finding, at, language),
        suppressions: [{ kind: "external", justification: finding.policy?.message[language] ?? "" }],
      })),
    ];
  });
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Counterpart", rules: rules.map((rule) => printRule(rule, language)) } },
        language: language === "en" ? "en-US" : "zh-CN",
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

interface At {
  readonly uri: string;
  readonly line: number | null;
  readonly prefix: string;
}

function printRule({ id, severity, source }: (typeof rules)[number], language: Language): unknown {
  const { message, why, technical } = (language === "en" ? findingTextsEn : findingTextsZhCn)[id];
  return {
    id,
    shortDescription: { text: message },
    fullDescription: { text: why },
    help: { text: technical },
    defaultConfiguration: { level: levels[severity] },
    properties: { source },
  };
}

function printResult(finding: Finding, { uri, line, prefix }: At, language: Language) {
  const { rule, interface: name, field } = finding;
  const path = [name === null ? "" : `interfaces.${name}`, field ?? ""].filter((part) => part !== "").join(".");
  return {
    ruleId: rule,
    ruleIndex: places.get(rule) ?? -1,
    level: levels[finding.severity],
    message: { text: finding.message[language] },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, ...(line !== null && { region: { startLine: line } }) },
        logicalLocations: [{ fullyQualifiedName: `${prefix}${path}`, kind: "member" }],
      },
    ],
    properties: {
      evidence: finding.evidence,
      corrections: finding.corrections.map(({ set, confidence }) => ({ set, confidence })),
      ...(finding.policy && { policy: finding.policy.message[language] }),
    },
  };
}
