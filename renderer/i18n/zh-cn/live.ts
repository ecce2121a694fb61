import type { liveEn } from "../en/live.ts";

export const liveZhCn: Readonly<Record<keyof typeof liveEn, string>> = {
  "live.follow": "实时跟踪",
  "live.on": "正在跟踪 {name}",
  "live.stopped": "已停止跟踪 {name}",
  "live.asked": "已停止跟踪 {name}：终端要去做另一件事",
  "live.over": "{name} 的日志到此结束",
  "live.full": "对 {name} 的跟踪已结束：已收到 1 GB。请先保存并关闭，再重新跟踪",
  "live.failed": "对 {name} 的跟踪已中断：{why}。此前的内容都在这里",
  "live.pause": "暂停",
  "live.resume": "继续",
  "live.stop": "停止",
  "live.again": "接着跟踪",
  "live.connect-first": "重新连接后可接着跟踪",
  "live.masked": "已遮盖 {count} 处",
  "live.lost": "有 {count} 行来得太快，没能收下",
  "live.new-lines": "新增 {count} 行",
  "live.waiting": "正在等第一行。终端从现在起写的日志会显示在这里。",
};
