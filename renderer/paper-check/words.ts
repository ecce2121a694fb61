// What the paper check says; findings bring their own sentences.
import type { Language } from "../../electron/core/failures/localized.ts";

const en = {
  title: "Check without a cable",
  why: "Type what the terminal shows or prints. Nothing leaves this page; it needs no internet and installs nothing.",
  other: "中文",
  channel: "How does the terminal connect?",
  wired: "Network cable",
  wifi: "Wi-Fi",
  cellular: "Mobile network",
  address: "IP address",
  mask: "Mask",
  gateway: "Router address (gateway)",
  dns: "DNS servers",
  empty: "Fill in address, mask and gateway; what is wrong is said at once.",
  healthy: "Nothing wrong was found in what you typed.",
  more: "Whether the network behind it works, only a test from the terminal would tell.",
  key: "To key in:",
  print: "Print",
} as const;

export type PaperWord = keyof typeof en;

export const paperWords: Readonly<Record<Language, Readonly<Record<PaperWord, string>>>> = {
  en,
  "zh-CN": {
    title: "不接数据线检查",
    why: "请输入终端上显示或打印的内容。什么都不会离开这个页面；不需要联网，也不安装任何东西。",
    other: "English",
    channel: "终端怎么上网？",
    wired: "网线",
    wifi: "Wi-Fi",
    cellular: "移动网络",
    address: "IP 地址",
    mask: "子网掩码",
    gateway: "路由器地址（网关）",
    dns: "DNS 服务器",
    empty: "填好地址、掩码和网关；哪里不对，马上会说。",
    healthy: "在您输入的内容里没有发现问题。",
    more: "后面的网络通不通，要从终端上测试才知道。",
    key: "请在终端上改为：",
    print: "打印",
  },
};
