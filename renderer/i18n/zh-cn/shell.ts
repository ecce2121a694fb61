import type { shellEn } from "../en/shell.ts";

export const shellZhCn: Readonly<Record<keyof typeof shellEn, string>> = {
  "shell.name": "Counterpart",
  "shell.screens": "页面",
  "shell.check": "检查",
  "shell.settings": "设置",
  "shell.push": "写入",
  "shell.logs": "日志",
  "shell.history": "历史",
  "shell.console": "控制台",
  "shell.bench": "装机",
  "shell.preferences": "偏好设置",
  "shell.skip": "跳到正文",
  "shell.language": "语言",
  "shell.theme": "外观",
  "shell.theme-system": "跟随系统",
  "shell.theme-light": "浅色",
  "shell.theme-dark": "深色",
  "shell.loading": "请稍候",
  "shell.palette": "查找并执行任何操作",

  "start.question": "您平时主要做哪一样？",
  "start.why": "只影响先打开哪个页面、排得松还是紧。所有功能，谁都能用。",
  "start.shop": "开店",
  "start.shop-detail": "店里的终端出了问题，想知道怎么办。",
  "start.install": "装机",
  "start.install-detail": "新终端一台接一台地设置。",
  "start.repair": "维修",
  "start.repair-detail": "要看日志，要看每个细节。",

  "host.gone": "这个窗口与 Counterpart 的后台断开了，暂时没法和终端通信。请重新启动 Counterpart，您输入的内容都还在。",
  "host.reload": "重新载入窗口",
};
