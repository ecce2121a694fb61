// Updates, where the system checks who signed them: on Windows electron-updater compares the publisher of what it loaded with the
// publisher of what is installed, on macOS the system does. Linux checks nobody's signature, so nothing is loaded there by itself.
import type { AppPreferences } from "../contract/preferences.ts";

/** What is used of electron-updater. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  allowPrerelease: boolean;
  setFeedURL(place: { readonly provider: "generic"; readonly url: string }): void;
  checkForUpdates(): Promise<unknown>;
}

export interface UpdateParts {
  readonly updates: AppPreferences["updates"];
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Called only when there is something to look for: it is a large module. */
  readonly load: () => Promise<Updater>;
}

const signedPlatforms: readonly NodeJS.Platform[] = ["win32", "darwin"];

/** Looks once; what it finds is installed when the app is closed, never while somebody works. True: it looked. */
export async function updateApp({ updates, isPackaged, platform, load }: UpdateParts): Promise<boolean> {
  if (!updates.isOn || !isPackaged || !signedPlatforms.includes(platform)) return false;
  try {
    const updater = await load();
    updater.autoDownload = true;
    updater.autoInstallOnAppQuit = true;
    updater.allowDowngrade = false;
    updater.allowPrerelease = false;
    if (updates.mirror !== null) updater.setFeedURL({ provider: "generic", url: updates.mirror });
    await updater.checkForUpdates();
  } catch {
    // A shop without internet, or a mirror that is down: the app works on as it is.
  }
  return true;
}
