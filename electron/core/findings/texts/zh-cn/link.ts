import type { FindingText } from "../finding-text.ts";

export const linkTextsZhCn = {
  "link.mac-unusable": {
    message: "{interface} 的硬件地址（MAC）是 {mac}，任何设备都不会有这样的地址。",
    why: "路由器靠硬件地址分辨设备，这样的地址会让网络时断时续。多半是终端丢失了出厂数据，需要送修。",
    technical: "{mac} 是全零或组地址，校准数据或设备树丢失，交换机可能学不到它。",
  },
  "cellular.sim-absent": {
    message: "模块找不到可用的 SIM 卡（{card}）。",
    why: "没有 SIM 卡就没有移动网络。请关机，取出卡，触点朝下、缺角对准卡槽重新插入。",
    technical:
      "AT+CPIN? 的回答是 +CME ERROR: 10（未插入）、13（故障）或 15（不匹配）。请清洁触点；把卡放进手机试试；不是收单机构的卡时，可以在这里换一张卡试试。",
  },
  "cellular.sim-locked": {
    message: "SIM 卡或设备已锁定（{card}）。",
    why: "这里无法解锁，请联系提供这张卡的机构；反复输错会让卡永久报废。",
    technical:
      "AT+CPIN? 的回答是 SIM PUK、PH-SIM PIN 或 PH-NET PIN。Counterpart 从不输入 PUK。机卡绑定的卡请由提供者更换。",
  },
  "cellular.sim-pin-wanted": {
    message: "SIM 卡需要输入 PIN。",
    why: "输入之前没有移动网络。PIN 写在办卡时的资料上；连续输错三次，卡就会锁住。",
    technical:
      "AT+CPIN? 的回答是 SIM PIN；剩余次数：{tries}。用 --set-secret cellular.pin=env:变量 输入：每次输入只试一次，最后一次从不去试。",
  },
  "cellular.no-signal": {
    message: "终端收不到移动信号（{signal}）。",
    why: "在这个位置什么也发不出去。请把终端拿到窗边；还是这样的话，天线可能松了。",
    technical: "{signal}；CSQ 为 0 即不高于 -113 dBm，RSRP 低于 -140 dBm 已到刻度尽头。先查天线和接头。",
  },
  "cellular.no-address": {
    message: "终端已接入移动网络，但没有得到地址（{access}）。",
    why: "没有地址，交易就发不出去。接入点（APN）以提供 SIM 卡的机构或收单机构给出的为准，请在“设置”里填写。",
    technical:
      "已注册，但 AT+CGACT? 和 AT+CGPADDR 里没有带地址的上下文；APN：{apn}。有的应用只在交易时拨号，请在交易过程中再看一次。然后查 AT+CGDCONT、AT+CGAUTH；CME 133 是没有开通，149 是用户名或密码不对。",
  },
  "cellular.roaming": {
    message: "终端正在使用其他运营商的移动网络。",
    why: "SIM 卡的合约允许时可以正常使用，但可能更贵或更慢。",
    technical: "注册状态为 5 或 10（{operator}）。漫游型物联网卡一直如此。",
  },
  "cellular.not-registered": {
    message: "移动网络没有让终端接入（{registration}）。",
    why: "接不上移动网络，交易就发不出去。多半是 SIM 卡被停用、换过机器或欠费，请联系提供这张卡的机构。",
    technical:
      "AT+CREG? 或 AT+CEREG? 的结果是 {registration}。被拒绝时查签约、机卡绑定和漫游（CME 103、105 至 107、111）；一直在搜索时查天线、频段和覆盖。",
  },
  "cellular.apn-syntax": {
    message: "移动接入点（APN）{apn} 的写法不对。",
    why: "移动网络不认识这样的接入点，会拒绝连接。",
    technical:
      "问题：{fault}。网络标识由字母、数字和连字符组成，编码后不超过 63 字节，不能以 rac、lac、sgsn、rnc 开头；完整的 APN 可以以 .mncNNN.mccNNN.gprs 结尾。",
  },
  "wifi.ssid-length": {
    message: "Wi-Fi 名称 {ssid} 太长，任何 Wi-Fi 都不会有这样的名称。",
    why: "没有路由器会用这个名称，终端永远找不到它。请对照路由器上的标签重新填写。",
    technical:
      "按 UTF-8 计，SSID 有 {octets} 字节，上限是 32。一个汉字在 UTF-8 里占三字节，在有些路由器用的 GBK 里占两字节。",
  },
  "wifi.passphrase-form": {
    message: "Wi-Fi 密码有 {length} 个字符，不符合 WPA 密码的写法。",
    why: "用这个密码连不上 Wi-Fi。WPA 密码由 8 到 63 个字母、数字和符号组成。",
    technical: "问题：{fault}。口令为 8 到 63 个可打印的 ASCII 字符；64 位十六进制数则是密钥（PSK）本身。",
  },
  "link.mtu-too-small": {
    message: "{interface} 每次只能发送 {mtu} 字节，太少了。",
    why: "任何网络都至少要能传 {least} 字节，再少交易就会卡住。",
    technical: "MTU 为 {mtu}，低于 {least}（IPv4 为 576，IPv6 为 1280）。",
  },
  "link.mtu-unusual": {
    message: "{interface} 每次发送 {mtu} 字节，通常是 {usual}。",
    why: "别的大小可能在半路卡住，短报文能过，长报文过不去。",
    technical: "MTU 为 {mtu}。一般是 1500，PPPoE 为 1492，隧道最低 1280；超过 1500 需要沿途都支持巨型帧。",
  },
  "wifi.security-weak": {
    message: "Wi-Fi {ssid} 没有有效的保护（{security}）。",
    why: "附近的人都能窃听和接入，按卡组织的规定不能用它做交易。请把路由器设为 WPA2 或 WPA3。",
    technical: "安全方式：{security}。PCI DSS 要求无线网络使用强加密。",
  },
  "wifi.signal-weak": {
    message: "终端的 Wi-Fi 信号很弱（{signalDbm} dBm）。",
    why: "信号弱，交易会很慢或失败。请把终端移近路由器，或把路由器移近柜台。",
    technical: "RSSI 为 {signalDbm} dBm，低于 {weakest} dBm。请查信道、天线和遮挡物。",
  },
  "cellular.signal-weak": {
    message: "终端的移动信号很弱（{signal}）。",
    why: "信号弱，交易会很慢或失败。请把终端移到窗边，远离金属物。",
    technical: "{signal}；CSQ 低于 10（-93 dBm）或 RSRP 低于 -110 dBm 即为弱。请查天线和接头。",
  },
  "cellular.signal-unknown": {
    message: "移动信号的强弱还不知道。",
    why: "模块没有测到信号，或没有接入网络，不能说明好坏。",
    technical: "CSQ 为 {csq}，表示未知或测不到。LTE 请用 AT+CESQ 或模块的 RSRP。",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
