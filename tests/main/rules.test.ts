// Each security rule of the desktop window, given what Electron would give it. That they are wired is shown end to end.
import { EventEmitter } from "node:events";
import type { Session, WebContents } from "electron";
import { describe, expect, test } from "vitest";
import { denyBluetooth, denyDevices } from "../../electron/main/deny-devices.ts";
import { denyNavigation } from "../../electron/main/deny-navigation.ts";
import { denyNewWindows } from "../../electron/main/deny-new-windows.ts";
import { denyPermissions } from "../../electron/main/deny-permissions.ts";
import { denyWebviews } from "../../electron/main/deny-webviews.ts";
import { pageScheme } from "../../electron/main/page-origin.ts";
import { setMenu } from "../../electron/main/set-menu.ts";
import { windowPreferences } from "../../electron/main/window-preferences.ts";
import { Preventable } from "./preventable.ts";

describe("navigation", () => {
  function navigate(event: string, url: string, isMainFrame = true): boolean {
    const contents = new EventEmitter();
    denyNavigation(contents as unknown as WebContents);
    const details = new Preventable(url, isMainFrame);
    contents.emit(event, details);
    return !details.defaultPrevented;
  }

  test.for([
    ["will-navigate", "https://example.com/"],
    ["will-navigate", "file:///etc/passwd"],
    ["will-navigate", "app://counterpart.evil/"],
    ["will-navigate", "app://counterpart/other.html"],
    ["will-frame-navigate", "https://example.com/"],
    ["will-redirect", "app://counterpart/"],
  ] as const)("is denied: %s to %s", ([event, url]) => {
    expect(navigate(event, url)).toBe(false);
  });

  test("inside a frame is denied even to the page itself", () => {
    expect(navigate("will-frame-navigate", "app://counterpart/", false)).toBe(false);
  });

  test("of the page to itself is a reload and allowed", () => {
    expect(navigate("will-navigate", "app://counterpart/")).toBe(true);
  });
});

test("a new window is denied wherever it would go, and its address offered outside", () => {
  let handler: unknown = null;
  const offered: string[] = [];
  denyNewWindows({ setWindowOpenHandler: (given) => (handler = given) }, (address) => offered.push(address));
  const answer = (handler as (details: object) => unknown)({ url: "https://example.com/" });
  expect([answer, offered]).toEqual([{ action: "deny" }, ["https://example.com/"]]);
});

test("a webview is not attached", () => {
  const contents = new EventEmitter();
  denyWebviews(contents as unknown as WebContents);
  const event = new Preventable();
  contents.emit("will-attach-webview", event);
  expect(event.defaultPrevented).toBe(true);
});

class GuardedSession extends EventEmitter {
  /** What was answered to whoever asks for the screen or for a Bluetooth device to be paired. */
  readonly answers: unknown[] = [];
  request: (...given: unknown[]) => void = () => undefined;
  check: (...given: unknown[]) => boolean = () => true;
  device: () => boolean = () => true;
  protectedClasses: (details: { readonly protectedClasses: readonly string[] }) => readonly string[] = () => [];
  setPermissionRequestHandler(handler: (...given: unknown[]) => void): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: (...given: unknown[]) => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
  setBluetoothPairingHandler(handler: (details: object, answer: (given: object) => void) => void): void {
    handler({}, (given) => this.answers.push(given));
  }
  setDisplayMediaRequestHandler(handler: (request: object, answer: (given: object | null) => void) => void): void {
    handler({}, (given) => this.answers.push(given));
  }
  setUSBProtectedClassesHandler(handler: GuardedSession["protectedClasses"]): void {
    this.protectedClasses = handler;
  }
}

describe("permissions", () => {
  function guard(): GuardedSession {
    const session = new GuardedSession();
    denyPermissions(session);
    denyDevices(session as unknown as Session);
    return session;
  }

  function isGranted(permission: string, requestingUrl = "app://counterpart/", isMainFrame = true): boolean {
    const session = guard();
    let granted = false;
    session.request(null, permission, (answer: boolean) => (granted = answer), { requestingUrl, isMainFrame });
    const checked = session.check(null, permission, requestingUrl.replace(/\/$/, ""), { isMainFrame });
    expect(granted).toBe(checked);
    return granted;
  }

  test.for(["media", "geolocation", "notifications", "clipboard-read", "serial", "hid", "usb", "midi", "openExternal"])(
    "%s is denied",
    (permission) => {
      expect(isGranted(permission)).toBe(false);
    },
  );

  test("copying text is the one that is granted", () => {
    expect(isGranted("clipboard-sanitized-write")).toBe(true);
  });

  test("copying text is denied to other origins and to frames", () => {
    const others = [
      isGranted("clipboard-sanitized-write", "https://example.com/"),
      isGranted("clipboard-sanitized-write", "app://counterpart.evil/"),
      isGranted("clipboard-sanitized-write", "app://counterpart/", false),
    ];
    expect(others).toEqual([false, false, false]);
  });

  test("no device is ever handed to the page", () => {
    const session = guard();
    expect([session.device(), session.protectedClasses({ protectedClasses: ["audio"] })]).toEqual([false, ["audio"]]);
  });

  test("no screen is shown to the page, and no Bluetooth device is paired", () => {
    expect(guard().answers).toEqual([null, { confirmed: false }]);
  });

  test("a choice of Bluetooth devices is answered with none", () => {
    const contents = new EventEmitter();
    denyBluetooth(contents as unknown as WebContents);
    const details = new Preventable();
    const chosen: unknown[] = [];
    contents.emit("select-bluetooth-device", details, [{ deviceId: "1" }], (choice: unknown) => chosen.push(choice));
    expect([details.defaultPrevented, chosen]).toEqual([true, [""]]);
  });

  test.for([
    ["select-serial-port", [[], null], ""],
    ["select-hid-device", [{}], null],
    ["select-usb-device", [{}], undefined],
  ] as const)("a choice of devices is answered with none: %s", ([event, given, none]) => {
    const session = guard();
    const details = new Preventable();
    const chosen: unknown[] = [];
    session.emit(event, details, ...given, (choice?: unknown) => chosen.push(choice));
    expect([details.defaultPrevented, chosen]).toEqual([true, [none]]);
  });
});

test("the window's page runs in a sandbox, isolated, without Node, in every kind of frame", () => {
  expect(windowPreferences("/preload.cjs")).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
});

test("the page's scheme has an origin and may not reach around the content security policy", () => {
  expect(pageScheme.privileges).toMatchObject({ standard: true, secure: true });
  expect(pageScheme.privileges).not.toHaveProperty("bypassCSP");
});

test.for([
  ["linux", null],
  ["win32", null],
  ["darwin", 3],
] as const)("on %s the menu has %s parts", ([platform, parts]) => {
  let menu: unknown = undefined;
  const double = {
    buildFromTemplate: (template: readonly unknown[]) => template.length,
    setApplicationMenu: (given: unknown) => (menu = given),
  };
  setMenu(double as unknown as Parameters<typeof setMenu>[0], platform);
  expect(menu).toBe(parts);
});
