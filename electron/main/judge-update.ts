// A signed update -> why this app does not take it; null: it does. Nothing is opened before all of it holds.
import type { Localized } from "../core/failures/localized.ts";
import type { UpdateManifest } from "./update-signature.ts";

/** The app that would be replaced. */
export interface RunningApp {
  /** `1.2.0`. */
  readonly release: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Where the AppImage lies that it runs from; null: it was installed, or it is another system. */
  readonly appImage: string | null;
}

export function judgeUpdate(update: UpdateManifest, app: RunningApp): Localized | null {
  if (update.platform !== app.platform || !update.arches.some((arch) => arch === app.arch)) {
    const made = `${update.platform} ${update.arches.join(", ")}`;
    const here = `${app.platform} ${app.arch}`;
    return {
      en: `it is for another computer (${made}; this is ${here})`,
      "zh-CN": `它不是给这种电脑的（${made}；本机是 ${here}）`,
    };
  }
  if (update.platform === "linux" && update.file.endsWith(".AppImage") !== (app.appImage !== null)) {
    const wanted = app.appImage === null ? ".deb" : ".AppImage";
    return {
      en: `this app is updated from a file that ends with ${wanted}`,
      "zh-CN": `本应用要用以 ${wanted} 结尾的文件更新`,
    };
  }
  if (!isNewer(update.release, app.release)) {
    const values = `${update.release}, ${app.release}`;
    return {
      en: `it is not newer than what runs (${values})`,
      "zh-CN": `它不比正在运行的版本新（${update.release}，现在是 ${app.release}）`,
    };
  }
  return null;
}

/** A release is newer than its own trials (`1.2.0-beta.1`). */
function isNewer(release: string, running: string): boolean {
  const [numbers = "", trial] = running.split("-", 2);
  const [one, other] = [release.split(".").map(Number), numbers.split(".").map(Number)];
  for (const place of [0, 1, 2]) {
    const step = (one[place] ?? 0) - (other[place] ?? 0);
    if (step !== 0) return step > 0;
  }
  return trial !== undefined;
}
