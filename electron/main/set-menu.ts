import type { Menu } from "electron";

/** No menu; macOS takes the keys for copying, pasting and quitting from one. */
export function setMenu(menu: typeof Menu, platform: NodeJS.Platform): void {
  const template =
    platform === "darwin"
      ? menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }])
      : null;
  menu.setApplicationMenu(template);
}
