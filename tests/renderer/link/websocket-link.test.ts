// The page's link and the host's, over a real WebSocket: held to what every link must hold, and to how a page gets in.
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { Link } from "../../../electron/contract/link.ts";
import { openWebSocketLink } from "../../../renderer/link/websocket-link.ts";
import { testLink } from "../../contracts/link-suite.ts";
import { closeHosts, type OpenedHost, openHost } from "../../headless/open-host.ts";

/** A browser says the page's origin by itself, and nobody there dies of an error that nobody hears. */
class PageSocket extends WebSocket {
  constructor(address: string) {
    super(address, { origin: new URL(address).origin.replace("ws:", "http:") });
    this.on("error", () => undefined);
  }
}

/** What a tab keeps, and where it is. */
function openTab(host: OpenedHost) {
  const kept = new Map<string, string>();
  const location = { host: `127.0.0.1:${host.port}`, hash: `#${host.token()}` };
  return {
    kept,
    location,
    sessionStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
    forgetToken: () => void (location.hash = ""),
  };
}

beforeEach(() => void vi.stubGlobal("WebSocket", PageSocket));
afterEach(() => void vi.unstubAllGlobals());
afterAll(closeHosts);

testLink("a WebSocket", async () => {
  const { promise: far, resolve } = Promise.withResolvers<Link>();
  const near = await openWebSocketLink(openTab(await openHost({ onPage: resolve })));
  if (!near.ok) throw new Error(near.failure.code);
  return [near.value, await far];
});

describe("a page in a browser", () => {
  test("takes the token out of its address and comes back with its key", async () => {
    const host = await openHost();
    const tab = openTab(host);
    const first = await openWebSocketLink(tab);
    const hash = tab.location.hash;
    if (first.ok) first.value.close();
    const again = await openWebSocketLink(tab);
    expect([first.ok, hash, again.ok]).toEqual([true, "", true]);
  });

  test("with a used token and no key is told that it was not let in", async () => {
    const tab = openTab(await openHost());
    await openWebSocketLink(tab);
    const refused = await openWebSocketLink({ ...tab, sessionStorage: openTab(await openHost()).sessionStorage });
    expect(refused.ok ? null : refused.failure.code).toBe("page-not-admitted");
  });

  test("whose host was started anew gets in with the new token although it still has the old key", async () => {
    const tab = openTab(await openHost());
    tab.kept.set("counterpart.key", "A".repeat(43));
    expect((await openWebSocketLink(tab)).ok).toBe(true);
  });

  test("that opens an old address again in its tab gets in with its key", async () => {
    const tab = openTab(await openHost());
    const { hash } = tab.location;
    const first = await openWebSocketLink(tab);
    if (first.ok) first.value.close();
    tab.location.hash = hash;
    expect((await openWebSocketLink(tab)).ok).toBe(true);
  });

  test("is told when another page is connected", async () => {
    const host = await openHost();
    await openWebSocketLink(openTab(host));
    const refused = await openWebSocketLink(openTab(host));
    expect(refused.ok ? null : refused.failure.code).toBe("page-occupied");
  });

  test("whose host is gone is told so", async () => {
    const host = await openHost();
    const tab = openTab(host);
    await host.close();
    const refused = await openWebSocketLink(tab);
    expect(refused.ok ? null : refused.failure.code).toBe("link-closed");
  });
});
