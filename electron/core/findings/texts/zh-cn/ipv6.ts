import type { FindingText } from "../finding-text.ts";

export const ipv6TextsZhCn = {
  "ipv6.address-syntax": {
    message: "终端的 IPv6 地址 {address} 写法不对。",
    why: "终端用不了这个地址。",
    technical: "问题：{fault}。应为八组一到四位的十六进制数，一段连续的全零组可以缩写为双冒号。",
  },
  "ipv6.address-unusable": {
    message: "终端的 IPv6 地址 {address} 是保留地址，任何设备都不能用。",
    why: "{range} 另有用途。用了它，终端收发不了任何数据。",
    technical: "{address} 属于 {range}，是未指定、环回或组播地址。",
  },
  "ipv6.address-mapped": {
    message: "终端的 IPv6 地址 {address} 其实是换了写法的 IPv4 地址。",
    why: "这种地址只在程序内部使用，网络上没有设备会用它。",
    technical: "{range} 是 IPv4 映射地址，不能出现在线路上。请作为 IPv4 地址来设置。",
  },
  "ipv6.prefix-invalid": {
    message: "终端的 IPv6 地址 {address} 没有可用的前缀长度（{prefixLength}）。",
    why: "终端靠前缀长度判断哪些地址在同一个网段里，通常是 64。",
    technical: "前缀长度应为 1 到 128，实际是 {prefixLength}。",
  },
  "ipv6.gateway-unusable": {
    message: "IPv6 路由器地址（网关）{gateway} 不可能是路由器的地址。",
    why: "终端找不到路由器，用 IPv6 就连不上外面。",
    technical: "问题：{fault}。路由器地址应为单播地址，通常是链路本地地址（fe80::/10），并且不是终端自己。",
  },
  "ipv6.address-documentation": {
    message: "终端的 IPv6 地址 {address} 属于专供举例的地址。",
    why: "{range} 这一段地址只出现在说明书里，可能是照抄了例子。",
    technical: "{range} 在任何地方都不会被路由。",
  },
  "ipv6.prefix-unusual": {
    message: "终端的 IPv6 网段 {address} 的前缀长度不是通常的 64。",
    why: "大多数设备默认前缀长度是 64，用别的长度可能找不到邻居。",
    technical: "局域网上用 /{prefixLength} 会使 SLAAC 失效；两台路由器之间用 /127 是正确的（RFC 6164）。",
  },
  "ipv6.gateway-outside-subnet": {
    message: "IPv6 路由器地址（网关）{gateway} 不在终端所在的网段 {subnet} 里。",
    why: "除非另外设置了通路，终端只能在自己的网段里找到路由器。",
    technical: "既不是链路本地地址，也不在 {subnet} 里，需要有到 {gateway} 的直连路由。",
  },
  "ipv6.address-unique-local": {
    message: "终端的 IPv6 地址 {address} 是内网地址。",
    why: "它只在店里的网络中有效，单靠它连不上外面。",
    technical: "唯一本地地址（{range}），互联网上不路由。要用 IPv6 上外网，还需要一个全局地址。",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
