import type { FindingText } from "../finding-text.ts";

export const dnsTextsZhCn = {
  "dns.server-syntax": {
    message: "域名服务器（DNS）{servers} 的写法不对：应为四个 0 到 255 的数字，中间用点隔开，前面不补零。",
    why: "终端无法向它查询，可能找不到收单机构的主机。",
    technical: "解析程序会忽略读不懂的行：{servers}。",
  },
  "dns.server-unusable": {
    message: "域名服务器（DNS）{servers} 不可能存在：没有设备能用这个地址。",
    why: "它永远不会应答，终端要等很久才能找到收单机构的主机，甚至找不到。",
    technical: "属于 0/8、224/4、240/4，或是终端网段的网络地址、广播地址；IPv6 则为未指定、组播或 IPv4 映射地址。",
  },
  "dns.server-loopback": {
    message: "域名服务器（DNS）{servers} 指向终端自己，而终端上没有看到可用的域名服务。",
    why: "除非终端自带域名服务，否则找不到收单机构的主机。",
    technical: "没有发现 systemd-resolved、dnsmasq 或 ConnMan，也没有可供本地解析服务转发的上级服务器。",
  },
  "dns.server-zone-missing": {
    message: "域名服务器（DNS）{servers} 没有说明从哪个接口连过去。",
    why: "这种地址在每个接口上都可能存在，不说明接口，终端就无法向它查询。",
    technical:
      "链路本地地址（fe80::/10）缺少区域标识。请写成 fe80::1%{interface} 的形式，或改用全局地址或唯一本地地址。",
  },
  "dns.servers-missing": {
    message: "终端没有域名服务器（DNS），{interface} 一个也没有填。",
    why: "如果收单机构的主机用域名表示，没有域名服务器就找不到它。",
    technical: "所有接口和 resolv.conf 里都没有服务器，也没有租约可能带来。已知主机：{hosts}。",
  },
  "dns.server-set-aside": {
    message: "域名服务器（DNS）{servers} 属于专供举例和测试的地址。",
    why: "那里不会有服务器应答，可能是照抄了例子。查找主机会很慢，甚至失败。",
    technical: "属于 IANA 特殊用途登记里的地址段，又不在终端的任何网段里。",
  },
  "dns.server-unreachable": {
    message: "域名服务器（DNS）{servers} 在另一个内网里，终端没有通往那里的路。",
    why: "终端无法向它查询，找不到收单机构的主机。",
    technical: "RFC 1918 地址，不在终端的任何网段里，既没有默认路由，也没有到它的路由。",
  },
  "dns.server-duplicate": {
    message: "域名服务器（DNS）{servers} 填了两遍。",
    why: "它不应答时，第二次问的还是它。换一个不同的备用服务器才有用。",
    technical: "resolv.conf 只认三台服务器，重复的会白占一个位置，等待时间也加倍。",
  },
  "dns.server-other-operator": {
    message: "域名服务器（DNS）{servers} 不属于这条线路的运营商（{operator}）。",
    why: "运营商的服务器通常只应答自己的用户，查找收单主机会很慢，甚至失败。",
    technical: "线路的运营商：{operator}。其他运营商的解析服务器会拒绝或不应答。",
  },
  "dns.drift": {
    message: "终端设置的域名服务器（DNS）是 {configured}，实际运行的却是 {running}。",
    why: "重启之后终端会改用设置的服务器，现在能用的网络到时可能就不通了。",
    technical: "配置为 {configured}，使用中的是 {running}。",
  },
  "dns.server-single": {
    message: "终端只有一台域名服务器（DNS）{servers}。",
    why: "它一旦出问题，就找不到收单机构的主机。再加一台备用的更好。",
    technical: "RFC 1123 6.1.3.1 要求不止一台。店里只填路由器也很平常。",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
