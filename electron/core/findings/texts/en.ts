// What is wrong, in one sentence that quotes the values, and why it matters. For the owner of a shop first.
import type { RuleId } from "../rules/registry.ts";
import { dnsTextsEn } from "./en/dns.ts";
import { hostsTextsEn } from "./en/hosts.ts";
import { ipv4TextsEn } from "./en/ipv4.ts";
import { ipv6TextsEn } from "./en/ipv6.ts";
import { linkTextsEn } from "./en/link.ts";
import { siteTextsEn } from "./en/site.ts";
import type { FindingText } from "./finding-text.ts";

export const findingTextsEn: Readonly<Record<RuleId, FindingText>> = {
  ...ipv4TextsEn,
  ...ipv6TextsEn,
  ...dnsTextsEn,
  ...linkTextsEn,
  ...hostsTextsEn,
  ...siteTextsEn,
};

/** What the site's policy made of a finding's weight. */
export const policyTextsEn = {
  "changed": "The site's policy changes this from {from} to {to}.",
  "same": "The site's policy weighs this as {to}, as the rule itself does.",
  "off": "The site's policy switches this rule off.",
  "reason": " Reason given: {reason}.",
  "error": "error",
  "warning": "warning",
  "info": "information",
} as const;

export const verdictTextsEn = {
  "healthy": "Nothing wrong was found in the terminal's network settings.",
  "unread": "Too little could be read to judge the terminal's network settings.",
  "unplugged": "The terminal is connected to no cable and no Wi-Fi, so its network settings cannot be judged yet.",
} as const;
