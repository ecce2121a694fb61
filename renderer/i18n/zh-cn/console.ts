import type { consoleEn } from "../en/console.ts";

export const consoleZhCn: Readonly<Record<keyof typeof consoleEn, string>> = {
  "console.title": "原始控制台",
  "console.port": "端口",
  "console.start": "打开",
  "console.stop": "关闭",
  "console.save": "保存记录",
  "console.closed": "选好端口再打开。输入之前不会发送任何内容。",
  "console.typing": "输入的内容会直接发给终端。卡号和密钥在屏幕上和记录里都已遮盖。",
  "console.watching": "只能看：这条线路正由连接使用。",
  "console.pushing": "只能看：正在写入设置，写完之前不能输入。",
  "console.take": "断开连接，改为输入",
  "console.ended": "线路已经关闭。",
  "console.silent": "线路上还没有内容。",
  "console.skipped": "数据来得太快，略去了 {count} 个字符。",
  "console.screen": "终端显示的内容",
};
