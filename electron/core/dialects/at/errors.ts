// What `+CME ERROR` and `+CMS ERROR` say, in words. Modems tell the number or the standard's own words, whatever was asked
// for with AT+CMEE=2: 3GPP TS 27.007 9.2 (CME), 3GPP TS 27.005 3.2.5 (CMS).
import type { Localized } from "../../failures/localized.ts";

export interface ModemError {
  readonly family: "cme" | "cms" | "plain";
  /** Null when only words were told that the standard does not have. */
  readonly code: number | null;
  /** As told. */
  readonly text: string;
}

type Row = readonly [code: number, standard: string, en: string, zhCn: string];

/** The ones that terminals meet; the standard's words are matched whatever their case. */
const rows: readonly Row[] = [
  [0, "phone failure", "the modem has failed", "模块故障"],
  [1, "no connection to phone", "the modem does not reach its radio part", "模块与射频部分没有连接"],
  [3, "operation not allowed", "the modem does not allow this now", "模块现在不允许这样做"],
  [4, "operation not supported", "the modem does not have this command", "模块不支持这条命令"],
  [5, "ph-sim pin required", "the modem is locked to another SIM card", "模块锁定了另一张 SIM 卡"],
  [10, "sim not inserted", "no SIM card is inserted", "没有插入 SIM 卡"],
  [11, "sim pin required", "the SIM card asks for its PIN", "SIM 卡需要 PIN"],
  [12, "sim puk required", "the SIM card is locked and asks for its PUK", "SIM 卡已锁，需要 PUK"],
  [13, "sim failure", "the SIM card does not work", "SIM 卡故障"],
  [14, "sim busy", "the SIM card is busy", "SIM 卡正忙"],
  [15, "sim wrong", "this SIM card does not fit this modem", "这张 SIM 卡不能用于此模块"],
  [16, "incorrect password", "the PIN or password is wrong", "PIN 或密码不正确"],
  [17, "sim pin2 required", "the SIM card asks for its PIN2", "SIM 卡需要 PIN2"],
  [18, "sim puk2 required", "the SIM card asks for its PUK2", "SIM 卡需要 PUK2"],
  [20, "memory full", "the modem's memory is full", "模块存储已满"],
  [21, "invalid index", "the modem has no such entry", "模块没有这个条目"],
  [30, "no network service", "there is no mobile network", "没有移动网络"],
  [31, "network timeout", "the mobile network did not answer in time", "移动网络没有及时应答"],
  [32, "network not allowed - emergency calls only", "the network allows emergency calls only", "网络只允许紧急呼叫"],
  [50, "incorrect parameters", "the modem does not take this value", "模块不接受这个值"],
  [100, "unknown", "the modem does not say why", "模块没有说明原因"],
  [103, "illegal ms", "the network refuses this SIM card", "网络拒绝这张 SIM 卡"],
  [106, "illegal me", "the network refuses this device", "网络拒绝这台设备"],
  [107, "gprs services not allowed", "this SIM card has no data service", "这张 SIM 卡没有数据业务"],
  [111, "plmn not allowed", "this network is not open to the SIM card", "SIM 卡不能使用这个网络"],
  [112, "location area not allowed", "the SIM card may not be used at this place", "SIM 卡不能在这个区域使用"],
  [113, "roaming not allowed in this location area", "roaming is not allowed at this place", "这个区域不允许漫游"],
  [132, "service option not supported", "the network does not offer this service", "网络不提供这项业务"],
  [
    133,
    "requested service option not subscribed",
    "the SIM card's contract does not include the access point",
    "SIM 卡没有开通这个接入点",
  ],
  [
    134,
    "service option temporarily out of order",
    "the network's data service is out of order just now",
    "网络数据业务暂时不可用",
  ],
  [148, "unspecified gprs error", "the data connection was refused without a reason", "数据连接被拒绝，没有说明原因"],
  [
    149,
    "pdp authentication failure",
    "the network refuses the access point's user or password",
    "接入点的用户名或密码被网络拒绝",
  ],
];

const bySms: readonly Row[] = [
  [310, "sim not inserted", "no SIM card is inserted", "没有插入 SIM 卡"],
  [311, "sim pin required", "the SIM card asks for its PIN", "SIM 卡需要 PIN"],
  [316, "sim puk required", "the SIM card is locked and asks for its PUK", "SIM 卡已锁，需要 PUK"],
  [331, "no network service", "there is no mobile network", "没有移动网络"],
  [500, "unknown error", "the modem does not say why", "模块没有说明原因"],
];

function tableOf(family: ModemError["family"]): readonly Row[] {
  return family === "cms" ? bySms : rows;
}

export function describeModemError(family: ModemError["family"], told: string): ModemError {
  const text = told.trim();
  if (family === "plain") return { family, code: null, text };
  if (/^\d{1,4}$/.test(text)) return { family, code: Number(text), text };
  const words = text.toLowerCase();
  return { family, code: tableOf(family).find(([, standard]) => standard === words)?.[0] ?? null, text };
}

/** In words, with the number behind them. */
export function putErrorInWords({ family, code, text }: ModemError): Localized {
  const row = family === "plain" ? undefined : tableOf(family).find(([known]) => known === code);
  const name = family === "plain" ? text : `+${family.toUpperCase()} ERROR: ${code ?? text.slice(0, 60)}`;
  if (!row) return { en: `the modem says ${name}`, "zh-CN": `模块回答 ${name}` };
  return { en: `${row[2]} (${name})`, "zh-CN": `${row[3]}（${name}）` };
}
