import type { helpEn } from "../en/help.ts";

export const helpZhCn: Readonly<Record<keyof typeof helpEn, string>> = {
  "help.parts": "本页各部分",
  "help.part-check": "检查",
  "help.part-codes": "查代码",
  "help.part-care": "保养须知",
  "help.part-pack": "打开检查资料",

  "codes.title": "这个代码是什么意思？",
  "codes.text":
    "主机应答码（39 域）、PAX 代码、模块错误（CME）、Wi-Fi 断开原因、TLS 告警、Java 异常、拨号结果。可以输入编号，也可以输入中英文词语。",
  "codes.field": "代码或词语",
  "codes.examples": "例如",
  "codes.found": "查到的代码",
  "codes.count": "查到 {count} 条。",
  "codes.more": "另有 {count} 条未列出，请再多写几个字。",
  "codes.none": "没有哪张表收录“{typed}”。可能是终端自己的代码，请咨询厂商。",
  "codes.unionpay": "银联",
  "codes.table-older": "{acquirer}旧版码表",
  "codes.table-newer": "{acquirer}新版码表",
  "codes.cause": "原因 {cause}：{name}。",
  "codes.no-cause": "单凭这个代码看不出原因。",
  "codes.call-acquirer": "请联系收单方。",
  "codes.call-vendor": "请联系终端厂商。",
  "codes.call-network-operator": "请联系网络运营商。",
  "codes.call-repair": "请联系维修。",

  "care.title": "怎样让终端一直好用",
  "care.subjects": "主题",
  "care.see": "相关说明：",

  "packdesk.title": "帮别人看检查资料",
  "packdesk.text":
    "打开店家在这里保存的 ZIP。您看到的和店家一样，可以发回一个带正确设置的文件。它只适用于那台终端当时的设置；写入之前，店家会看到每一处改动。",
  "packdesk.open": "打开检查资料（ZIP）",
  "packdesk.another": "打开另一份资料",
  "packdesk.made": "{when} 的情况",
  "packdesk.files": "资料里的内容",
  "packdesk.correct": "正确的设置",
  "packdesk.difference": "改动",
  "packdesk.same": "和资料里的设置还没有差别。",
  "packdesk.save": "保存更正文件",
  "packdesk.save-text": "用聊天或邮件发给店家。店家在“为什么连不上？”里选“打开更正文件”。",
  "packdesk.unbound": "资料里没有带序列号的设置，无法绑定更正。",
};
