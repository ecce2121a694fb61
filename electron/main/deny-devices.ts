// https://www.electronjs.org/docs/latest/tutorial/security, item 5: no chooser of devices ever hands one to the page. Serial ports
// are opened on the Node side. Bluetooth asks the page's contents; HID, serial and USB ask the session.
import type { Session, WebContents } from "electron";

type GuardedSession = Pick<
  Session,
  "on" | "setDevicePermissionHandler" | "setUSBProtectedClassesHandler" | "setBluetoothPairingHandler"
>;

export function denyDevices(session: GuardedSession): void {
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on("select-hid-device", (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on("select-serial-port", (...[event, , , choose]) => {
    event.preventDefault();
    choose("");
  });
  session.on("select-usb-device", (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
}

export function denyBluetooth(contents: Pick<WebContents, "on">): void {
  contents.on("select-bluetooth-device", (event, _devices, choose) => {
    // Without it Electron takes the first device there is.
    event.preventDefault();
    choose("");
  });
}
