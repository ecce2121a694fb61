import type { keptEn } from "../en/kept.ts";

export const keptZhCn: Readonly<Record<keyof typeof keptEn, string>> = {
  "kept.title": "完整日志",
  "kept.pull-new": "读取新增的日志",
  "kept.pull-all": "读取全部日志",
  "kept.nothing-new": "上次之后没有新的日志。",
  "kept.beginning": "正在查找终端的日志",
  "kept.pulling": "{source}：{done} / {all} kB",
  "kept.left": "还需 {seconds} 秒",
  "kept.count": "这台电脑上保存的日志：{count} 份",
  "kept.place": "保存在 {folder}。保留 {days} 天，最多 {size} MB，先删最旧的。日志不会离开这台电脑。",
  "kept.holds": "{size} MB：{sources}",
  "kept.partial": "中途断开，其余的下次再读",
  "kept.open": "打开",
  "kept.open-named": "打开 {at} 的日志",
  "kept.remove": "删除",
  "kept.remove-named": "删除 {at} 的日志",
};
