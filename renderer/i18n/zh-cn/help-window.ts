import type { helpWindowEn } from "../en/help-window.ts";

export const helpWindowZhCn: Readonly<Record<keyof typeof helpWindowEn, string>> = {
  "help.title": "帮助",
  "help.close": "关闭帮助",
  "help.search": "查找名词",
  "help.terms": "名词是什么意思",
  "help.none": "这里没有解释“{typed}”。",
  "help.what-is": "这是什么：{term}",
  "help.keyboard": "键盘",
  "help.key-palette": "查找并执行任何操作",
  "help.key-help": "打开帮助",
  "help.key-next": "到下一个或上一个输入框、按钮",
  "help.key-close": "关闭打开的内容",
  "help.guide": "用演示终端练一遍",
  "help.guide-why": "一共三步，大约两分钟，不会改动任何真实的终端。",
};
