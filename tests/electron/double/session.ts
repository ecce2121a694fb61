import { EventEmitter } from "node:events";
import { ProtocolDouble } from "./protocol.ts";
import { WebRequestDouble } from "./web-request.ts";

type Answer = (granted: boolean) => void;
type Request = (...given: [contents: unknown, permission: string, answer: Answer, details: object]) => void;
type Check = (...given: [contents: unknown, permission: string, origin: string, details: object]) => boolean;

/** Electron's names of permissions, and Chromium's of those that it can be told to grant. */
const permissions: readonly (readonly [string, string])[] = [
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["media", "camera"],
  ["media", "microphone"],
  ["midi", "midi"],
  ["clipboard-read", "clipboard-read"],
  ["clipboard-sanitized-write", "clipboard-write"],
  ["storage-access", "storage-access"],
  ["local-fonts", "local-fonts"],
];

/** Electron grants what nobody handles; so does the double, so that a forgotten handler shows. */
export class SessionDouble extends EventEmitter {
  readonly protocol = new ProtocolDouble();
  readonly webRequest = new WebRequestDouble();
  #request: Request = (...[, , answer]) => answer(true);
  #check: Check = () => true;

  setPermissionRequestHandler(handler: Request): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: Check): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(_handler: unknown): void {
    // Chromium offers no devices to a page without a window to choose them in.
  }

  setBluetoothPairingHandler(_handler: unknown): void {
    // As above.
  }

  setDisplayMediaRequestHandler(_handler: unknown): void {
    // As above.
  }

  setUSBProtectedClassesHandler(_handler: unknown): void {
    // As above.
  }

  /** Chromium's names of what the main process lets a page at `origin` do. */
  listGranted(contents: unknown, origin: string): readonly string[] {
    const details = { isMainFrame: true, requestingUrl: `${origin}/`, securityOrigin: origin };
    return permissions.flatMap(([name, shown]) => {
      let granted = false;
      this.#request(contents, name, (answer) => (granted = answer), details);
      return granted && this.#check(contents, name, origin, details) ? [shown] : [];
    });
  }
}
