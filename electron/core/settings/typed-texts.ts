// What is said about typed values: what was changed, and why something is refused. `{from}` and `{to}` are quoted.
import type { Localized } from "../failures/localized.ts";

export const noteTexts = {
  "wide-characters": {
    en: "Full-width characters were read as ordinary ones: {from} as {to}.",
    "zh-CN": "全角字符已按半角读取：{from} 读作 {to}。",
  },
  "separators": {
    en: "The dots were written differently: {from} was read as {to}.",
    "zh-CN": "点的写法不同：{from} 读作 {to}。",
  },
  "spaces": { en: "Spaces were left out: {from} was read as {to}.", "zh-CN": "已去掉空格：{from} 读作 {to}。" },
  "prefix-split": {
    en: "The address came with its mask: {from} was read as {to}.",
    "zh-CN": "地址后面带着掩码：{from} 读作 {to}。",
  },
  "prefix-from-mask": {
    en: "The mask {from} was read as the prefix length {to}.",
    "zh-CN": "掩码 {from} 读作前缀长度 {to}。",
  },
  "mask-from-prefix": {
    en: "The prefix length {from} was read as the mask {to}.",
    "zh-CN": "前缀长度 {from} 读作掩码 {to}。",
  },
  "mask-cut-short": {
    en: "The mask {from} was cut short and read as {to}. Please confirm it.",
    "zh-CN": "掩码 {from} 没有写完，读作 {to}，请确认。",
  },
  "method-in-address": {
    en: "{from} was read as: the router gives the address ({to}).",
    "zh-CN": "{from} 读作由路由器自动分配地址（{to}）。",
  },
  "three-digit-parts": {
    en: "{from} was read as decimal, as terminals show it: {to}. Please confirm it.",
    "zh-CN": "{from} 按终端的显示方式读作十进制：{to}，请确认。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

export const refusalTexts = {
  "empty": { en: "nothing was typed", "zh-CN": "没有填写内容" },
  "too-long": { en: "it is too long to be an address", "zh-CN": "内容太长，不会是地址" },
  "control-character": { en: "it contains a control character", "zh-CN": "含有控制字符" },
  "hexadecimal": {
    en: "hexadecimal numbers mean different things to different devices; write 0 to 255",
    "zh-CN": "十六进制在不同设备上含义不同，请写 0 到 255 的十进制数",
  },
  "leading-zero": {
    en: "some devices read numbers with leading zeros as octal; leave the zeros out",
    "zh-CN": "有些设备把前面补零的数字当成八进制，请去掉前面的零",
  },
  "too-few-parts": {
    en: "an address has four numbers with dots between them; some are missing",
    "zh-CN": "地址由四个数字组成，中间用点隔开，这里缺了几个",
  },
  "too-many-parts": {
    en: "an address has four numbers with dots between them; these are more",
    "zh-CN": "地址由四个数字组成，中间用点隔开，这里多了几个",
  },
  "part-too-large": { en: "each number of an address is at most 255", "zh-CN": "地址中的每个数字最大是 255" },
  "not-a-number": {
    en: "an address has only numbers from 0 to 255 and dots",
    "zh-CN": "地址只能由 0 到 255 的数字和点组成",
  },
  "ipv6-here": {
    en: "this is an IPv6 address; an IPv4 address belongs here",
    "zh-CN": "这是 IPv6 地址，这里应填 IPv4 地址",
  },
  "mask-wildcard": {
    en: "the mask is inside out; the network mask is {to}",
    "zh-CN": "掩码写反了，对应的子网掩码是 {to}",
  },
  "mask-form": {
    en: "this is neither a prefix length from 0 to 32 nor a mask such as 255.255.255.0",
    "zh-CN": "既不是 0 到 32 的前缀长度，也不是 255.255.255.0 这样的子网掩码",
  },
} as const satisfies Readonly<Record<string, Localized>>;
