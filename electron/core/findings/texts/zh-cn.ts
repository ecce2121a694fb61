import type { RuleId } from "../rules/registry.ts";
import type { policyTextsEn, verdictTextsEn } from "./en.ts";
import type { FindingText } from "./finding-text.ts";
import { dnsTextsZhCn } from "./zh-cn/dns.ts";
import { hostsTextsZhCn } from "./zh-cn/hosts.ts";
import { ipv4TextsZhCn } from "./zh-cn/ipv4.ts";
import { ipv6TextsZhCn } from "./zh-cn/ipv6.ts";
import { linkTextsZhCn } from "./zh-cn/link.ts";
import { siteTextsZhCn } from "./zh-cn/site.ts";

export const findingTextsZhCn: Readonly<Record<RuleId, FindingText>> = {
  ...ipv4TextsZhCn,
  ...ipv6TextsZhCn,
  ...dnsTextsZhCn,
  ...linkTextsZhCn,
  ...hostsTextsZhCn,
  ...siteTextsZhCn,
};

export const policyTextsZhCn: Readonly<Record<keyof typeof policyTextsEn, string>> = {
  "changed": "本店规定把这一条从{from}改为{to}。",
  "same": "本店规定把这一条定为{to}，与规则本身相同。",
  "off": "本店规定关闭了这条规则。",
  "reason": "理由：{reason}。",
  "error": "错误",
  "warning": "异常",
  "info": "提示",
};

export const verdictTextsZhCn: Readonly<Record<keyof typeof verdictTextsEn, string>> = {
  "healthy": "终端的网络设置没有发现问题。",
  "unread": "读到的信息太少，还不能判断终端的网络设置。",
  "unplugged": "终端没有接网线，也没有连上 Wi-Fi，还不能判断它的网络设置。",
};
