import type { descriptionsEn } from "../en/descriptions.ts";

export const descriptionsZhCn: Readonly<Record<keyof typeof descriptionsEn, string>> = {
  "failure.port": "看看选对了没有：拔下数据线，左边少掉的那一个才是您的终端。插好后再选它。",
  "description.title": "它是有描述文件的终端吗？",
  "description.why": "描述文件写明如何与这种终端对话。只有确实是这台终端的描述时才选择。",
  "description.own": "您自己的文件 {file}。它的命令需要接受一次，文件改动后要再次接受。",
  "description.shipped": "Counterpart 自带（{file}）。",
  "description.broken": "文件 {file} 不能使用：格式有误。",
  "description.commands": "它能发送的内容：{count} 条命令",
  "description.accept": "接受这些命令并试用",
  "description.use": "用它试试",
  "description.read": "读取",
  "description.set": "设置",
  "description.save": "保存",
  "description.restart": "重启",
  "description.logs": "日志",
  "description.leave": "退出",
};
