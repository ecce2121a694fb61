// Values that are codes in the evidence, in words for a sentence.
import type { Language, Localized } from "../../failures/localized.ts";
import type { ApnFault } from "../../settings/apn.ts";
import type { HostNameFault } from "../../settings/host-name.ts";
import type { Ipv4Fault } from "../../settings/ipv4.ts";
import type { Ipv6Fault } from "../../settings/ipv6.ts";
import type { PrefixFault } from "../../settings/prefix-length.ts";
import type { TpduFault } from "../../settings/tpdu.ts";
import type { PassphraseFault } from "../../settings/wifi.ts";
import type { OperatorName } from "../operators.ts";
import type { Evidence } from "../observation.ts";

type Code =
  | ApnFault
  | HostNameFault
  | Ipv4Fault
  | Ipv6Fault
  | PassphraseFault
  | PrefixFault
  | TpduFault
  | OperatorName
  | "absent"
  | "apn-empty"
  | "apn-set"
  | "emergency-only"
  | "failed"
  | "locked"
  | "puk"
  | "sms-only"
  | "covers-everything"
  | "denied"
  | "ipv4-mapped"
  | "loopback"
  | "multicast"
  | "network-or-broadcast"
  | "not-an-address"
  | "not-registered"
  | "open"
  | "searching"
  | "self"
  | "wep"
  | "zone-missing";

const wordsOf: Readonly<Record<Code, Localized>> = {
  "absent": { en: "none is inserted", "zh-CN": "没有插卡" },
  "apn-empty": { en: "no access point is set", "zh-CN": "没有设置接入点" },
  "apn-set": { en: "an access point is set", "zh-CN": "已设置接入点" },
  "beginning": { en: "does not begin with 60", "zh-CN": "不是以 60 开头" },
  "characters": { en: "characters that cannot be typed in ASCII", "zh-CN": "含有 ASCII 以外的字符" },
  "china-mobile": { en: "China Mobile", "zh-CN": "中国移动" },
  "china-telecom": { en: "China Telecom", "zh-CN": "中国电信" },
  "china-unicom": { en: "China Unicom", "zh-CN": "中国联通" },
  "covers-everything": { en: "a length of 0 covers every address", "zh-CN": "长度为 0，等于包含所有地址" },
  "denied": { en: "refused", "zh-CN": "被拒绝" },
  "digits": { en: "characters other than digits", "zh-CN": "含有数字以外的字符" },
  "emergency-only": { en: "emergency calls only", "zh-CN": "仅限紧急呼叫" },
  "empty": { en: "empty", "zh-CN": "内容为空" },
  "failed": { en: "it does not work", "zh-CN": "卡不能工作" },
  "group-too-long": { en: "a group of more than four digits", "zh-CN": "有一组超过四位" },
  "ipv4-mapped": { en: "an IPv4 address in another form", "zh-CN": "是换了写法的 IPv4 地址" },
  "label": { en: "letters, digits and hyphens only", "zh-CN": "只能用字母、数字和连字符" },
  "label-characters": { en: "characters that a name cannot have", "zh-CN": "含有名称不能用的字符" },
  "label-empty": { en: "nothing between two dots", "zh-CN": "两个点之间没有内容" },
  "label-too-long": { en: "more than 63 characters between dots", "zh-CN": "两个点之间超过 63 个字符" },
  "leading-zero": { en: "a leading zero", "zh-CN": "数字前面补了零" },
  "length": { en: "not ten digits", "zh-CN": "不是十位" },
  "locked": { en: "bound to another card or network", "zh-CN": "绑定了其他卡或网络" },
  "looks-like-address": { en: "ends like an address", "zh-CN": "结尾像地址" },
  "loopback": { en: "the terminal itself", "zh-CN": "指向终端自己" },
  "multicast": { en: "an address of a group", "zh-CN": "是组播地址" },
  "network-or-broadcast": {
    en: "the network or broadcast address of the terminal's own subnet",
    "zh-CN": "终端网段的网络地址或广播地址",
  },
  "not-an-address": { en: "neither a name nor an IPv6 address", "zh-CN": "既不是域名，也不是 IPv6 地址" },
  "not-contiguous": { en: "ones and zeros are mixed", "zh-CN": "二进制的 1 不连续" },
  "not-decimal": { en: "characters other than digits and dots", "zh-CN": "含有数字和点以外的字符" },
  "not-eight-groups": { en: "not eight groups", "zh-CN": "不是八组" },
  "not-four-parts": { en: "not four parts", "zh-CN": "不是四段" },
  "not-hexadecimal": { en: "characters other than hexadecimal digits", "zh-CN": "含有十六进制以外的字符" },
  "not-registered": { en: "not registered", "zh-CN": "未注册" },
  "open": { en: "open, without a password", "zh-CN": "开放，没有密码" },
  "out-of-range": { en: "out of range", "zh-CN": "超出范围" },
  "part-too-large": { en: "a part above 255", "zh-CN": "有一段大于 255" },
  "puk": { en: "it asks for its PUK", "zh-CN": "需要 PUK" },
  "reserved-beginning": { en: "begins with rac, lac, sgsn or rnc", "zh-CN": "以 rac、lac、sgsn 或 rnc 开头" },
  "reserved-end": { en: "ends with .gprs and names no operator", "zh-CN": "以 .gprs 结尾，却没有运营商部分" },
  "searching": { en: "searching", "zh-CN": "正在搜索" },
  "self": { en: "the terminal's own address", "zh-CN": "是终端自己的地址" },
  "sms-only": { en: "short messages only", "zh-CN": "仅限短信" },
  "tail-not-ipv4": { en: "the end is no IPv4 address", "zh-CN": "结尾不是正确的 IPv4 地址" },
  "too-long": { en: "too long", "zh-CN": "太长" },
  "too-short": { en: "too short", "zh-CN": "太短" },
  "unreadable": { en: "neither a mask nor a length", "zh-CN": "既不是掩码，也不是长度" },
  "wep": { en: "WEP, long broken", "zh-CN": "WEP，早已被破解" },
  "wildcard": { en: "inside out", "zh-CN": "写反了" },
  "zone-empty": { en: "no interface after %", "zh-CN": "% 后面没有接口名" },
  "zone-missing": { en: "link-local without an interface", "zh-CN": "链路本地地址，没有说明接口" },
};

const known: ReadonlyMap<unknown, Localized> = new Map(Object.entries(wordsOf));

const coded = ["access", "card", "fault", "operator", "registration", "security"] as const;

/** The values as a sentence quotes them. */
export function putInWords(values: Evidence, language: Language): Evidence {
  let put = values;
  for (const name of coded) {
    const words = name in values ? known.get(values[name]) : undefined;
    if (words !== undefined) put = { ...put, [name]: words[language] };
  }
  return put;
}
