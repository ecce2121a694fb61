import type { CustomScheme } from "electron";
import { fromShown } from "./addresses.ts";

type Handler = (request: Request) => Response | Promise<Response>;

/** Schemes and their handlers, as Electron keeps them for a session. */
export class ProtocolDouble {
  readonly #schemes = new Map<string, CustomScheme>();
  readonly #handlers = new Map<string, Handler>();
  #sealed = false;

  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (this.#sealed) throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
    for (const scheme of schemes) this.#schemes.set(scheme.scheme, scheme);
  }

  handle(scheme: string, handler: Handler): void {
    if (!this.#sealed) throw new Error("protocol.handle: the app is not ready");
    this.#handlers.set(scheme, handler);
  }

  /** After ready no scheme gets privileges any more. */
  seal(): void {
    this.#sealed = true;
  }

  /** The handler's answer for an address as Chromium asked for it; null when nobody handles its scheme. */
  async answer(shown: string, method: string): Promise<Response | null> {
    const address = fromShown(shown);
    const [scheme = ""] = address.split(":");
    const handler = this.#handlers.get(scheme);
    const privileges = this.#schemes.get(scheme)?.privileges;
    // Without these a page has no origin that could be checked, and is not what this double shows.
    if (!handler || address === shown || !privileges?.standard || !privileges.secure) return null;
    return handler(new Request(address, { method }));
  }
}
