// What a column of a sheet may hold, and how people head it.
import { z } from "zod";

const names = {
  serialNumber: [
    ...["serial number", "serial no.", "serial", "sn", "device sn", "terminal sn", "序列号", "序列号（SN）", "SN 号"],
    ...["机身号", "机身序列号", "终端序列号", "设备序列号", "终端 SN", "设备 SN"],
  ],
  hostName: ["host name", "name", "主机名", "名称", "终端名称", "设备名称"],
  model: ["型号", "机型"],
  site: ["shop", "store", "门店", "站点", "商户", "网点", "商户名称", "门店名称"],
  interface: ["port name", "接口", "网口", "网卡"],
  kind: ["interface kind", "接口类型", "网络类型"],
  mac: ["mac address", "hardware address", "硬件地址", "物理地址"],
  method: ["方式", "获取方式", "地址方式"],
  address: ["ip", "ip address", "ipv4", "ipv4 address", "地址", "ip 地址", "终端地址", "终端 ip"],
  mask: ["netmask", "network mask", "subnet mask", "subnet", "prefix", "prefix length", "子网掩码", "掩码", "前缀长度"],
  gateway: ["router", "default gateway", "gw", "网关", "默认网关", "网关地址", "路由器", "路由器地址"],
  dns: [
    "dns1",
    "dns2",
    "dns3",
    "dns server",
    "dns servers",
    "dns 服务器",
    "dns 地址",
    "name server",
    "name servers",
    "域名服务器",
    "首选 dns",
    "备用 dns",
    "主 dns",
    "备 dns",
  ],
  mtu: [],
  ssid: ["wifi name", "wi-fi name", "wifi 名称", "wi-fi 名称", "无线名称"],
  passphrase: ["wifi password", "wi-fi password", "wifi 密码", "wi-fi 密码", "无线密码"],
  apn: ["接入点"],
  host: ["acquirer host", "server", "主机", "收单主机", "服务器", "服务器地址"],
  port: ["acquirer port", "端口", "服务器端口", "收单主机端口"],
  tpdu: [],
  merchantNumber: ["merchant", "merchant id", "merchant no.", "mid", "商户号", "商户编号"],
  terminalNumber: ["terminal id", "terminal no.", "tid", "终端号", "终端编号"],
  profile: ["description", "描述文件", "终端描述"],
  notes: ["note", "comment", "备注", "说明"],
  remarks: ["remark", "检查结果", "问题"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Column = keyof typeof names;

const columnNames = Object.keys(names) as readonly Column[];

export const columnSchema = z.custom<Column>((value) => typeof value === "string" && Object.hasOwn(names, value));

const columns: ReadonlyMap<string, Column> = new Map(
  columnNames.flatMap((column) => [column, ...names[column]].map((name) => [simplify(name), column] as const)),
);

/** The column that a heading means; case, spaces and marks make no difference. */
export function findColumn(heading: string): Column | undefined {
  return columns.get(simplify(heading));
}

/** A heading as it is compared. */
export function simplify(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-:：*./#()]/gu, "");
}
