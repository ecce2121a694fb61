import type { InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";
import type { Finding, Verdict } from "./finding.ts";
import { verdictTextsEn } from "./texts/en.ts";
import { verdictTextsZhCn } from "./texts/zh-cn.ts";

/**
 * The one sentence for the first screen. `findings` as `check` orders them: the first error decides, else the first
 * warning, on an interface whose link is not down if there is one. Without either, `unknown` when there was nothing
 * to judge: no settings that could be read, or no interface with a carrier.
 */
export function judge(findings: readonly Finding[], settings: NetworkSettings): Verdict {
  const worst = findings[0]?.severity ?? "info";
  const downNames = settings.interfaces.filter((one) => one.link === "down").map((one) => one.name);
  const same = findings.filter((finding) => finding.severity === worst);
  const decisive = same.find((finding) => !downNames.includes(finding.interface ?? "")) ?? same[0];
  if (decisive !== undefined && worst !== "info") {
    return { code: worst === "error" ? "wrong" : "attention", message: decisive.message, rule: decisive.rule };
  }
  const real = settings.interfaces.filter((one) => one.kind !== "loopback" && one.kind !== "virtual");
  if (!real.some(isKnown)) {
    return conclude("unknown", "unread");
  }
  return real.every((one) => one.link === "down") ? conclude("unknown", "unplugged") : conclude("healthy", "healthy");
}

function conclude(code: Verdict["code"], text: keyof typeof verdictTextsEn): Verdict {
  return { code, message: { en: verdictTextsEn[text], "zh-CN": verdictTextsZhCn[text] }, rule: null };
}

function isKnown(one: InterfaceSettings): boolean {
  return [one.ipv4, one.ipv6, one.running?.ipv4, one.running?.ipv6].some(
    (ip) => ip != null && (ip.address !== null || (ip.method !== null && ip.method !== "none")),
  );
}
