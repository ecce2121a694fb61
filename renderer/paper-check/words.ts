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
  empty: "Fill in address, mask and router address; what is wrong is said at once.",
  unfinished:
    "Nothing wrong so far. Whether they fit together can be said once address, mask and router address are filled in.",
  healthy: "Nothing wrong was found in what you typed.",
  more: "Whether the network behind it works, only a test from the terminal would tell.",
  key: "To key in:",
  print: "Print",
} as const;

export type PaperWord = keyof typeof en;

export const paperWords: Readonly<Record<Language, Readonly<Record<PaperWord, string>>>> = {
  en,
  "zh-CN": {
    title: "不用数据线的检查",
    why: "请填写终端显示或打印的内容。内容不会离开这个页面；不用联网，也不用安装。",
    other: "English",
    channel: "终端怎么上网？",
    wired: "网线",
    wifi: "Wi-Fi",
    cellular: "移动网络",
    address: "IP 地址",
    mask: "子网掩码",
    gateway: "路由器地址（网关）",
    dns: "域名服务器（DNS）",
    empty: "请填好地址、掩码和路由器地址，哪里不对，马上就会说明。",
    unfinished: "到目前为止没有发现问题。地址、掩码和路由器地址都填好，才能判断互相对不对得上。",
    healthy: "您填写的内容里没有发现问题。",
    more: "路由器后面的网络通不通，要由终端自己测试才知道。",
    key: "请在终端上改为：",
    print: "打印",
  },
};
