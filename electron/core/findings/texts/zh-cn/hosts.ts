import type { FindingText } from "../finding-text.ts";

export const hostsTextsZhCn = {
  "clock.wrong": {
    message: "终端的时钟与本机相差 {minutes} 分钟（{days} 天）。",
    why: "日期不对，收单机构主机的证书看起来就像过期或还没生效，连接会被拒绝。请先确认本机时间正确，再校准终端。",
    technical:
      "终端时间 {time}，比本机快 {aheadSeconds} 秒。差几天会使 TLS 证书校验失败，差几分钟会影响日志和结算。请查 NTP 和后备电池。",
  },
  "host.name-syntax": {
    message: "收单主机 {host} 既不是正确的域名，也不是正确的地址。",
    why: "终端连不上它。请与收单机构提供的内容逐字核对。",
    technical: "问题：{fault}。域名的每一段为 1 到 63 个字母、数字和中间的连字符，总长不超过 253。",
  },
  "host.address-unusable": {
    message: "收单主机 {host} 的地址是任何主机都不会有的。",
    why: "终端连不上它。请向收单机构要正确的地址。",
    technical: "问题：{fault}。主机的地址应为单播地址，不能是网段的网络地址或广播地址；链路本地地址要写明区域标识。",
  },
  "host.port-invalid": {
    message: "收单主机 {host} 的端口 {port} 不存在。",
    why: "端口应为 1 到 65535。请向收单机构要正确的端口。",
    technical: "TCP 端口为 16 位，0 保留不用，实际是 {port}。",
  },
  "host.tpdu-syntax": {
    message: "报文头（TPDU）{tpdu} 不是以 60 开头的十位数字。",
    why: "报文头不对，收单机构的主机不会应答。请向收单机构要正确的 TPDU。",
    technical: "问题：{fault}。应为十位十进制或十六进制数：60、四位目的地址（NII）、四位源地址，例如 6000030000。",
  },
  "host.port-unusual": {
    message: "收单主机 {host} 的端口 {port} 是 {owner} 用的。",
    why: "收单主机不会用这个端口，可能填错了。",
    technical: "在 IANA 的登记里，端口 {port} 属于 {owner}。开着 TLS 时 80 是明文 HTTP，关着 TLS 时 443 是 HTTPS。",
  },
  "terminal.host-name-syntax": {
    message: "终端的名称 {hostName} 不是网络上能用的名称。",
    why: "路由器和日志里可能显示不出或显示错误。请只用字母、数字和连字符。",
    technical: "问题：{fault}。按 RFC 1123，每段由字母、数字和中间的连字符组成。",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
