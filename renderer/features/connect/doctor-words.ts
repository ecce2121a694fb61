// Words of the doctor's panel and of waiting for a terminal: they come with the parts that say them.
import type { Localized } from "../../../electron/core/failures/localized.ts";

export const doctorWords = {
  why: { en: "Why? Look at the cable and the port", "zh-CN": "为什么？检查数据线和端口" },
  title: { en: "Cable and port", "zh-CN": "数据线和端口" },
  looking: { en: "Looking. No port is opened.", "zh-CN": "正在检查，不会打开任何端口。" },
  again: { en: "Plugged in again? Look once more", "zh-CN": "重新插好了？再检查一次" },
  fine: {
    en: "Nothing is amiss as far as this computer tells.",
    "zh-CN": "从这台电脑看，没有发现问题。",
  },
  connect: { en: "Connect to {port}", "zh-CN": "连接 {port}" },
  steps: { en: "What to do", "zh-CN": "怎么办" },
  above: { en: "see above", "zh-CN": "见上文" },
  checked: { en: "What was looked at", "zh-CN": "检查过的内容" },
  waiting: {
    en: "Waiting for it to come back. If it is certainly the same terminal, it is read again by itself; nothing is written.",
    "zh-CN": "正在等它回来。如果能确认是同一台终端，会自动重新读取，不会写入任何内容。",
  },
  seconds: { en: "{seconds} s left", "zh-CN": "还剩 {seconds} 秒" },
  stop: { en: "Do not wait", "zh-CN": "不等了" },
  over: {
    en: "It has not come back. Plug it in, then connect again.",
    "zh-CN": "它没有回来。请插好数据线，再重新连接。",
  },
  found: {
    en: "A port is there again at {port}, but it has no number of its own: only you can see whether it is the same terminal.",
    "zh-CN": "{port} 又有端口了，但它没有自己的编号：是不是同一台终端，只有您看得到。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

export const stateWords: Readonly<Record<"ok" | "wrong" | "odd" | "unknown" | "not-needed", Localized>> = {
  ok: { en: "OK", "zh-CN": "正常" },
  wrong: { en: "wrong", "zh-CN": "有误" },
  odd: { en: "odd", "zh-CN": "留意" },
  unknown: { en: "not known", "zh-CN": "未知" },
  "not-needed": { en: "not needed", "zh-CN": "用不着" },
};
