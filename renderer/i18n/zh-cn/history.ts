import type { historyEn } from "../en/history.ts";

export const historyZhCn: Readonly<Record<keyof typeof historyEn, string>> = {
  "shell.history": "历史",

  "history.title": "写入过的设置",
  "history.loading": "正在查找写入记录",
  "history.again": "再试一次",
  "history.empty": "还没有记录。每次向终端写入设置，这里都会记下：时间、操作人、改了什么、结果如何。",
  "history.search": "搜索终端、操作人或设置值",
  "history.shown": "{all} 条记录中的 {shown} 条",
  "history.no-match": "没有哪条记录包含“{typed}”。",
  "history.more": "显示更多",
  "history.save-csv": "保存为 CSV",
  "history.save-json": "保存为 JSON",
  "history.confirmed": "已写入并读回核对",
  "history.unchanged": "不需要写入",
  "history.rolled-back": "已恢复原来的设置",
  "history.refused": "没有写入",
  "history.accepted": "写入中断，保持原样",
  "history.open": "没有完成",
  "history.was-undo": "这次撤销了更早的一次写入。",
  "history.was-undo-of": "这次撤销了 {when} 的写入。",
  "history.signed-in-ok": "终端签到：成功。",
  "history.signed-in-failed": "终端签到：失败。",
  "history.undo-elsewhere": "要撤销这次写入，请先连接这台终端。",
  "history.insist": "仍然撤销",
};
