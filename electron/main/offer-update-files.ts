// The person's side of an update from a file: choosing it, and the question before it is installed.
import { createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { App, Dialog, MessageBoxOptions, OpenDialogOptions, Shell } from "electron";
import type { TakeUpdate } from "../app/preferences/answer-preferences.ts";
import type { Language, Localized } from "../core/failures/localized.ts";
import { takeUpdate } from "./take-update.ts";

const texts = {
  choose: { "en": "Choose an update", "zh-CN": "选择更新文件" },
  kind: { "en": "Counterpart updates", "zh-CN": "Counterpart 更新" },
  title: { "en": "Install Counterpart {release}?", "zh-CN": "安装 Counterpart {release}？" },
  detail: {
    "en": "The publisher of this app has signed it. Settings, records and logs stay as they are.",
    "zh-CN": "它带有本应用发布者的签名。设置、记录和日志都会保留。",
  },
  install: { "en": "Install", "zh-CN": "安装" },
  cancel: { "en": "Not now", "zh-CN": "暂不安装" },
} as const satisfies Readonly<Record<string, Localized>>;

const endings: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ["exe"],
  darwin: ["dmg"],
  linux: ["AppImage", "deb"],
};

export interface OfferParts {
  readonly app: Pick<App, "getVersion" | "getPath">;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showMessageBox">;
  readonly shell: Pick<Shell, "openPath">;
  /** Written when the app is packaged with a key to sign with; without it no file is ever taken. */
  readonly keyFile: string;
  readonly language: () => Language;
  readonly appImage: string | null;
}

/** Null: this app was built without a key, so that nothing could be checked. */
export function offerUpdateFiles(parts: OfferParts): TakeUpdate | null {
  const publicKey = readKey(parts.keyFile);
  if (publicKey === null) return null;
  const { app, dialog, shell, language, appImage } = parts;
  const { platform, arch } = process;
  return () =>
    takeUpdate({
      app: { release: app.getVersion(), platform, arch, appImage },
      publicKey,
      folder: join(app.getPath("userData"), "update"),
      choose: async () => {
        const { filePaths } = await dialog.showOpenDialog(writeChooser(language()));
        return filePaths[0] ?? null;
      },
      confirm: async (release) => {
        const { response } = await dialog.showMessageBox(writeQuestion(release, language()));
        return response === install;
      },
      openPath: (path) => shell.openPath(path),
    });
}

const cancel = 0;
const install = 1;

function writeChooser(language: Language): OpenDialogOptions {
  const extensions = [...(endings[process.platform] ?? [])];
  return {
    title: texts.choose[language],
    properties: ["openFile"],
    filters: [{ name: texts.kind[language], extensions }],
  };
}

function writeQuestion(release: string, language: Language): MessageBoxOptions {
  return {
    type: "question",
    title: "Counterpart",
    message: texts.title[language].replace("{release}", release),
    detail: texts.detail[language],
    buttons: [texts.cancel[language], texts.install[language]],
    defaultId: cancel,
    cancelId: cancel,
    noLink: true,
  };
}

function readKey(file: string): KeyObject | null {
  try {
    return createPublicKey(readFileSync(file));
  } catch {
    return null;
  }
}
