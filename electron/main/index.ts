// The desktop window. What happens, in order; each rule is a file of its own.
import { dirname, join, resolve } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell } from "electron";
import type { PreferencesParts } from "../app/preferences/answer-preferences.ts";
import { PreferencesFile } from "../app/preferences/preferences-file.ts";
import type { Language } from "../core/failures/localized.ts";
import { composeApp } from "../host/compose-app.ts";
import { PageSessions } from "../host/page-sessions.ts";
import { reportCrashes } from "../host/report-crashes.ts";
import { findPreferencesFile, findRecordsFolder } from "../host/records-folder.ts";
import { isSmallComputer } from "../host/small-computer.ts";
import { askBeforeLeaving } from "./ask-before-leaving.ts";
import { chooseDrawing } from "./choose-drawing.ts";
import { closeBeforeQuit } from "./close-before-quit.ts";
import { connectPage } from "./connect-page.ts";
import { denyBluetooth, denyDevices } from "./deny-devices.ts";
import { denyNavigation } from "./deny-navigation.ts";
import { denyNewWindows } from "./deny-new-windows.ts";
import { denyPermissions } from "./deny-permissions.ts";
import { denyRequests } from "./deny-requests.ts";
import { denyWebviews } from "./deny-webviews.ts";
import { findAppImage } from "./find-app-image.ts";
import { findLanguage } from "./find-language.ts";
import { hearGivenFiles } from "./given-files.ts";
import { GivenToPage } from "./hand-to-page.ts";
import { keepSecrets } from "./keep-secrets.ts";
import { keepOneInstance } from "./keep-one-instance.ts";
import { offerUpdateFiles } from "./offer-update-files.ts";
import { openOutside } from "./open-outside.ts";
import { pageAddress, pageScheme } from "./page-origin.ts";
import { readBounds, rememberBounds } from "./remember-bounds.ts";
import { servePage } from "./serve-page.ts";
import { setMenu } from "./set-menu.ts";
import { spareMemory } from "./spare-memory.ts";
import { updateApp, type Updater } from "./update-app.ts";
import { windowPreferences } from "./window-preferences.ts";

const built = resolve(import.meta.dirname, "..");
const given = new GivenToPage();
const boundsFile = join(app.getPath("userData"), "window.json");

interface Shown {
  readonly pages: PageSessions;
  /** For what Electron shows itself. */
  readonly language: () => Language;
}

function openWindow({ pages, language }: Shown): void {
  const window = new BrowserWindow({
    ...readBounds(boundsFile, screen.getAllDisplays()),
    minWidth: 640,
    minHeight: 420,
    show: false,
    title: "Counterpart",
    webPreferences: windowPreferences(join(built, "preload/index.cjs")),
  });
  rememberBounds(window, boundsFile);
  askBeforeLeaving(window, dialog, language);
  connectPage(window, ipcMain, (link) => {
    pages.receive(link, "window");
    given.receive(link);
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(pageAddress);
}

/** What must be said before the app is ready. */
function prepare(): PreferencesParts {
  const file = new PreferencesFile(findPreferencesFile(findRecordsFolder(process.platform, process.env)));
  hearGivenFiles(app, process.argv.slice(1), (path) => given.give(path));
  const note = join(app.getPath("userData"), "graphics-crashed");
  chooseDrawing(app, { drawing: file.preferences.drawing, note, version: process.versions["electron"] ?? "" });
  const secret = keepSecrets(join(dirname(file.path), "database-url.sealed"), safeStorage, process.platform);
  spareMemory(app.commandLine, isSmallComputer());
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([pageScheme]);
  app.on("web-contents-created", (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents, (address) => openOutside(address, shell));
    denyWebviews(contents);
    denyBluetooth(contents);
  });
  app.on("window-all-closed", () => app.quit());
  return { file, secret, isDesktop: true };
}

function start(preferences: PreferencesParts): void {
  denyPermissions(session.defaultSession);
  denyDevices(session.defaultSession);
  denyRequests(session.defaultSession.webRequest);
  servePage(session.defaultSession.protocol, join(built, "renderer"));
  setMenu(Menu, process.platform);
  const language = (): Language => findLanguage(preferences.file.preferences, app.getLocale());
  const takeUpdate = offerUpdateFiles({
    ...{ app, dialog, shell, language },
    keyFile: join(built, "main/update-key.pem"),
    appImage: findAppImage(process.env, process.execPath),
  });
  const counterpart = composeApp({
    opensPaths: true,
    allowsConsole: true,
    preferences: { ...preferences, takeUpdate },
  });
  closeBeforeQuit(app, counterpart.close);
  const { updates } = preferences.file.preferences;
  const load = async (): Promise<Updater> => (await import("electron-updater")).default.autoUpdater;
  void updateApp({ updates, isPackaged: app.isPackaged, platform: process.platform, load });
  const pages = new PageSessions(counterpart.handlers);
  openWindow({ pages, language });
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow({ pages, language });
  });
}

// In the place of Electron's own message box, which quotes the error as it is.
reportCrashes(() => app.exit(1));
if (keepOneInstance(app, () => BrowserWindow.getAllWindows()[0])) {
  const preferences = prepare();
  // Not awaited here: Electron gets ready only when this module has been evaluated.
  app.whenReady().then(
    () => start(preferences),
    () => app.exit(1),
  );
} else app.quit();
