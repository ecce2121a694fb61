import type { logsEn } from "../en/logs.ts";

export const logsZhCn: Readonly<Record<keyof typeof logsEn, string>> = {
  "logs.title": "日志",
  "logs.filter": "搜索这些行",
  "logs.count": "读取最近多少行",
  "logs.latest": "{count} 行",
  "logs.fetch": "读取",
  "logs.reading": "正在读取日志",
  "logs.save": "保存",
  "logs.source": "来自 {source}",
  "logs.shown": "显示 {shown} 行，共 {all} 行",
  "logs.masked": "已遮盖 {count} 个卡号",
  "logs.masked-none": "没有发现卡号",
  "logs.masked-why": "卡号在送到这个窗口之前就已遮盖，保存的文件里也一样。",
  "logs.mask": "已遮盖的卡号",
  "logs.empty": "终端的日志是空的。",
  "logs.no-match": "没有哪一行包含“{filter}”。",
  "logs.clear-filter": "显示全部",
  "logs.not-yet": "这里显示终端自己的最新日志。读取不会改动任何东西。",
  "logs.lines-of": "在日志里看相关的行",
  "logs.no-lines-of": "日志里没有哪种行会说到这一项，它只来自设置。",
  "logs.lines": "日志内容",
};
