import type { RuleId } from "../rules/registry.ts";
import type { policyTextsEn, ReasonId, verdictTextsEn } from "./en.ts";
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

export const reasonsZhCn: Readonly<Record<ReasonId, string>> = {
  "gateway-runs": "终端现在实际使用的路由器就是 {gateway}。",
  "gateway-is-name-server": "{gateway} 就在终端所在的网段里，又是它的域名服务器；店里的路由器通常身兼两职。",
  "gateway-is-neighbour": "终端所在的网段里有一台地址为 {gateway} 的设备在应答。",
  "gateway-same-host-part": "{gateway} 是把原来的网关换到终端所在的网段后得到的地址。",
  "gateway-usual-place": "路由器通常使用网段里的第一个或最后一个地址，这里是 {gateway}。",
  "mask-too-long": "换用这个掩码，网段就是 {first} 到 {last}，终端 {address} 和路由器 {gateway} 都在里面。",
  "address-runs": "终端现在实际使用的地址就是 {address}。",
  "address-with-servers": "路由器 {gateway} 和域名服务器在同一个网段里，只有终端地址不在。",
  "address-with-gateway": "{address} 与路由器 {gateway} 在同一个网段里。请先确认没有别的设备使用这个地址。",
  "mask-runs": "终端现在实际使用的就是 {address}。",
  "mask-holds-gateway": "店里的网段通常这么大：{network}，路由器 {gateway} 也在里面。",
  "mask-turned": "{mask} 就是把原来的掩码正过来。",
  "ask-network": "路由器可以自动给终端分配合适的地址（DHCP）。",
  "servers-that-remain": "剩下的服务器没有发现问题：{servers}。",
  "server-is-gateway": "路由器 {gateway} 通常也能当域名服务器。",
  "gateway-is-policy": "本店规定路由器是 {gateway}。",
  "gateway-of-pc": "本机接在同一台路由器上，正是通过 {gateway} 上网的。",
  "address-free": "{address} 就在附近，目前已知没有设备使用。请先确认没有别的设备使用它。",
  "servers-of-policy": "把本店规定必须使用的服务器排在最前：{servers}。",
  "clock-of-pc": "与这台电脑的时钟相差 {minutes} 分钟。请先确认电脑自己的时间是对的。",
  "address-of-policy": "{address} 是本店规定的网段里同一个位置的地址。",
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
