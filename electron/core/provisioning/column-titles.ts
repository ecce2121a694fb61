// How columns are headed where Counterpart writes or shows a sheet; the window has them without the schemas.
import type { Localized } from "../failures/localized.ts";
import type { Column } from "./columns.ts";

/** As Counterpart heads them. */
export const columnTitles: Readonly<Record<Column, Localized>> = {
  serialNumber: { en: "Serial number", "zh-CN": "序列号" },
  hostName: { en: "Host name", "zh-CN": "主机名" },
  model: { en: "Model", "zh-CN": "型号" },
  site: { en: "Site", "zh-CN": "门店" },
  interface: { en: "Interface", "zh-CN": "接口" },
  kind: { en: "Interface kind", "zh-CN": "接口类型" },
  mac: { en: "MAC address", "zh-CN": "硬件地址" },
  method: { en: "Method", "zh-CN": "获取方式" },
  address: { en: "IP address", "zh-CN": "IP 地址" },
  mask: { en: "Subnet mask", "zh-CN": "子网掩码" },
  gateway: { en: "Gateway", "zh-CN": "网关" },
  dns: { en: "DNS", "zh-CN": "域名服务器" },
  mtu: { en: "MTU", "zh-CN": "MTU" },
  ssid: { en: "Wi-Fi name", "zh-CN": "Wi-Fi 名称" },
  passphrase: { en: "Wi-Fi password", "zh-CN": "Wi-Fi 密码" },
  apn: { en: "APN", "zh-CN": "接入点" },
  host: { en: "Acquirer host", "zh-CN": "收单主机" },
  port: { en: "Acquirer port", "zh-CN": "收单主机端口" },
  tpdu: { en: "TPDU", "zh-CN": "TPDU" },
  merchantNumber: { en: "Merchant number", "zh-CN": "商户号" },
  terminalNumber: { en: "Terminal number", "zh-CN": "终端号" },
  profile: { en: "Profile", "zh-CN": "终端描述" },
  notes: { en: "Notes", "zh-CN": "备注" },
  remarks: { en: "Remarks", "zh-CN": "检查结果" },
};
