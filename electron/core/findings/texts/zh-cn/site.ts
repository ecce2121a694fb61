import type { FindingText } from "../finding-text.ts";

export const siteTextsZhCn = {
  "policy.subnet-not-allowed": {
    message: "终端所在的网段 {subnet} 不在本店规定允许的网段（{allowed}）里。",
    why: "这里规定了终端使用哪些网段。在别的网段里，终端可能连到错误的路由器，或连到不该连的设备。",
    technical: "规定允许的网段是 {allowed}。请换地址，或为这台终端加一条例外。",
  },
  "policy.address-in-pool": {
    message: "终端的固定地址 {address} 在路由器自动分配的范围 {pool} 之内。",
    why: "路由器迟早会把同一个地址分给别的设备，两台就都上不了网。",
    technical: "{address} 落在 DHCP 地址池 {pool} 里。请改用池外的地址，或用 dhcp 并在路由器上做地址保留。",
  },
  "fleet.address-duplicate": {
    message: "终端地址 {address} 与 {others} 的相同。",
    why: "两台设备用同一个地址会互相干扰，一会儿这台通，一会儿那台通。",
    technical: "同一站点里 {others} 的 IPv4 地址与它相同，会有 ARP 冲突；不同门店的终端请填不同的站点。",
  },
  "policy.gateway-differs": {
    message: "路由器地址（网关）是 {gateway}，本店规定应为 {wanted}。",
    why: "交易数据可能走了不该走的路由器。",
    technical: "规定的网关是 {wanted}，实际是 {gateway}。",
  },
  "policy.server-forbidden": {
    message: "域名服务器（DNS）{servers} 是本店规定禁用的。",
    why: "出于安全，或因为它查不到收单机构的主机，这里规定终端不能用它。",
    technical: "{servers} 列在规定的 dns.forbidden 里。",
  },
  "policy.server-required": {
    message: "缺少本店规定必须使用的域名服务器（DNS）{missing}。",
    why: "收单机构的主机可能只有这台服务器查得到。",
    technical: "dns.required 里的 {missing} 没有配置；现有 {servers}。",
  },
  "policy.host-missing": {
    message: "缺少本店规定的收单主机 {missing}，或者端口不同。",
    why: "交易可能发到错误的主机，或者发不出去。",
    technical: "规定要求 {missing}，终端上是 {hosts}。",
  },
  "fleet.mac-duplicate": {
    message: "硬件地址（MAC）{mac} 与 {others} 的相同。",
    why: "路由器靠硬件地址分辨设备，两台不能同时在线。多半是其中一台复制了系统，需要送修。",
    technical: "{others} 的 MAC 与它相同，多半是复制了镜像或校准数据。请写回出厂地址。",
  },
  "fleet.host-name-duplicate": {
    message: "终端的名称 {hostName} 与 {others} 的相同。",
    why: "在路由器的列表和日志里就分不清是哪一台。",
    technical: "{others} 的主机名与它相同，DHCP 选项 12 和 mDNS 会冲突。",
  },
  "fleet.serial-number-duplicate": {
    message: "序列号 {serialNumber} 与列表中 {others} 的相同。",
    why: "要么同一台终端列了两次，要么有一台用了别人的序列号，收单机构会弄混。",
    technical: "{others} 的序列号与它相同。请对照机身铭牌。",
  },
  "policy.gateway-ending": {
    message: "路由器地址（网关）{gateway} 不像本店规定的那样以 {ending} 结尾。",
    why: "这里的路由器地址都以它结尾，这一个可能填错了。",
    technical: "规定 gatewayEndsIn 为 {ending}，实际网关是 {gateway}。",
  },
  "policy.server-public": {
    message: "域名服务器（DNS）{servers} 是公共服务器，本店规定不许使用。",
    why: "公共服务器查不到收单专网里的名称，还能看到终端查询了什么。",
    technical: "规定打开了 dns.forbidPublic，{servers} 是公共解析服务器。",
  },
  "policy.name-pattern": {
    message: "终端的名称 {hostName} 不符合本店规定的格式 {pattern}。",
    why: "按规定的名称就找不到这台终端。",
    technical: "namePattern 为 {pattern}：* 代表任意字符，? 代表一个字符，# 代表一位数字。",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
