// The page holds on to its window while settings are written. Electron shows no question of its own then: without one the
// window could be neither closed nor loaded again.
import type { BrowserWindow, Dialog, MessageBoxSyncOptions } from "electron";
import type { Language, Localized } from "../core/failures/localized.ts";

const texts = {
  title: { "en": "Settings are being written", "zh-CN": "正在写入设置" },
  detail: {
    "en": "Leaving now stops the writing, and the terminal is asked to put its old settings back.",
    "zh-CN": "现在离开会停止写入，并要求终端恢复原来的设置。",
  },
  stay: { "en": "Keep writing", "zh-CN": "继续写入" },
  leave: { "en": "Stop and leave", "zh-CN": "停止并离开" },
} as const satisfies Readonly<Record<string, Localized>>;

const stay = 0;
const leave = 1;

/** `language` is asked for each time: it can be changed at once. */
export function askBeforeLeaving(
  window: BrowserWindow,
  dialog: Pick<Dialog, "showMessageBoxSync">,
  language: () => Language,
): void {
  window.webContents.on("will-prevent-unload", (event) => {
    const chosen = dialog.showMessageBoxSync(window, writeQuestion(language()));
    // What is prevented is that the page holds on.
    if (chosen === leave) event.preventDefault();
  });
}

function writeQuestion(language: Language): MessageBoxSyncOptions {
  return {
    type: "warning",
    title: "Counterpart",
    message: texts.title[language],
    detail: texts.detail[language],
    buttons: [texts.stay[language], texts.leave[language]],
    defaultId: stay,
    cancelId: stay,
    noLink: true,
  };
}
