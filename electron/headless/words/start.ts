// What npm start says before it can know which language the person reads: both.
import type { Localized } from "../../core/failures/localized.ts";

export const startTexts = {
  building: {
    en: "Building the window (once, and after changes)…",
    "zh-CN": "正在构建界面（首次启动或有改动时才需要）……",
  },
  notBuilt: {
    en: "The window could not be built; what the builder said is above.",
    "zh-CN": "界面构建失败，原因见上文。",
  },
  fetching: {
    en: "Fetching the Electron runtime, at most {seconds} s…",
    "zh-CN": "正在获取 Electron 运行环境，最多 {seconds} 秒……",
  },
  desktop: { en: "Opening the desktop window.", "zh-CN": "正在打开桌面窗口。" },
  desktopFailed: {
    en: "The desktop window could not be opened here.",
    "zh-CN": "桌面窗口在这台电脑上打不开。",
  },
  browser: {
    en: "No Electron runtime here: the same app opens in {browser}.",
    "zh-CN": "这里没有 Electron 运行环境，改用 {browser} 打开同一个应用。",
  },
  address: {
    en: "Open this in a browser on this PC; the address works once. Stop with Ctrl-C.",
    "zh-CN": "请在本机的浏览器中打开下面的地址，它只能用一次。按 Ctrl-C 停止。",
  },
  noDisplay: {
    en: "There is no display here, so no window can be opened.",
    "zh-CN": "这里没有显示器，无法打开窗口。",
  },
  noBrowser: {
    en: "No Electron runtime here, and neither Chromium, Chrome nor Edge was found.",
    "zh-CN": "这里没有 Electron 运行环境，也没有找到 Chromium、Chrome 或 Edge。",
  },
  browserFailed: { en: "{browser} ended before it showed the page.", "zh-CN": "{browser} 还没有显示页面就退出了。" },
  noFolder: {
    en: "The browser's own folder could not be made: {reason}.",
    "zh-CN": "无法创建浏览器要用的文件夹：{reason}。",
  },
  pageClosed: {
    en: "The page was closed. To open it again:",
    "zh-CN": "页面已关闭。如需再次打开：",
  },
  failed: { en: "Counterpart could not start: {reason}.", "zh-CN": "Counterpart 无法启动：{reason}。" },
} as const satisfies Readonly<Record<string, Localized>>;
