import { type Failure, makeFailure } from "../failures/failure.ts";
import type { Language, Localized } from "../failures/localized.ts";

const reasons = {
  "address-form": {
    en: "an address is four numbers from 0 to 255 with dots between them, such as 192.168.1.23",
    "zh-CN": "地址由四个 0 到 255 的数字组成，中间用点隔开，例如 192.168.1.23",
  },
  "prefix-missing": {
    en: "the mask is missing; write it as 192.168.1.23/24 or 192.168.1.23/255.255.255.0",
    "zh-CN": "缺少子网掩码，请写成 192.168.1.23/24 或 192.168.1.23/255.255.255.0",
  },
  "mask-form": {
    en: "what follows the slash is neither a prefix length from 0 to 32 nor a mask such as 255.255.255.0",
    "zh-CN": "斜杠后面既不是 0 到 32 的前缀长度，也不是 255.255.255.0 这样的子网掩码",
  },
  "mask-wildcard": {
    en: "the mask is inside out; 0.0.0.255 is a wildcard mask, its network mask is 255.255.255.0",
    "zh-CN": "掩码写反了：0.0.0.255 是反掩码，对应的子网掩码是 255.255.255.0",
  },
  "method-form": { en: "the method is static or dhcp", "zh-CN": "只能是 static（手动）或 dhcp（自动获取）" },
  "given-twice": { en: "another value was given for the same setting", "zh-CN": "同一项设置给出了两个不同的值" },
  "comes-by-dhcp": {
    en: "with dhcp the network gives the address and the gateway",
    "zh-CN": "选用 dhcp 时，地址和网关由网络分配",
  },
  "clock-form": { en: "the clock can only be set to now", "zh-CN": "时钟只能设为 now（当前时间）" },
  "needs-address": {
    en: "the interface has no address of its own yet; set ipv4.address as well",
    "zh-CN": "接口还没有手动设置的地址，请同时设置 ipv4.address",
  },
  "apn-form": {
    en: "an access point name is letters, digits, hyphens and dots, such as cmnet, and does not end in .gprs",
    "zh-CN": "接入点名称由字母、数字、连字符和点组成，例如 cmnet，不能以 .gprs 结尾",
  },
  "pdp-type-form": { en: "the type is ipv4, ipv6 or ipv4v6", "zh-CN": "类型只能是 ipv4、ipv6 或 ipv4v6" },
  "authentication-form": { en: "the authentication is none, pap or chap", "zh-CN": "认证方式只能是 none、pap 或 chap" },
  "printable-form": {
    en: "only printable ASCII characters without quotes, at most 64",
    "zh-CN": "只能用可打印的 ASCII 字符，不含引号，最多 64 个",
  },
  "host-form": {
    en: "a host is written with its port, such as gw.example.net:7443",
    "zh-CN": "主机要和端口一起写，例如 gw.example.net:7443",
  },
  "tpdu-form": {
    en: "a TPDU is ten decimal or hexadecimal digits that begin with 60",
    "zh-CN": "TPDU 是以 60 开头的十位数字（可含 A 到 F）",
  },
  "merchant-number-form": {
    en: "a merchant number is 15 letters or digits",
    "zh-CN": "商户号是 15 位字母或数字",
  },
  "terminal-number-form": {
    en: "a terminal number is 8 letters or digits",
    "zh-CN": "终端号是 8 位字母或数字",
  },
  "secret-openly": {
    en: "a secret is given with --set-secret, never openly",
    "zh-CN": "密码和 PIN 要用 --set-secret 给出，不能直接写出来",
  },
} as const satisfies Record<string, Localized>;

export type UnusableReason = keyof typeof reasons;

/** `unusable-value`, with its reason in the language of each sentence. */
export function refuseValue(field: string, value: string, reason: UnusableReason): Failure {
  return refuseFor(field, value, { name: reason, words: reasons[reason] });
}

/** The same for reasons that a part of the product brings itself. */
export function refuseFor(
  field: string,
  value: string,
  { name: reason, words }: { readonly name: string; readonly words: Localized },
): Failure {
  const say = (language: Language): string =>
    makeFailure("unusable-value", { field, value, reason: words[language] }).message[language];
  return {
    code: "unusable-value",
    message: { en: say("en"), "zh-CN": say("zh-CN") },
    details: { field, value, reason },
  };
}
