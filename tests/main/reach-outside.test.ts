// What the page may reach besides its own files, given what Electron would ask. That it is wired is shown end to end.
import type { CallbackResponse, WebRequest } from "electron";
import { describe, expect, test } from "vitest";
import { denyRequests } from "../../electron/main/deny-requests.ts";
import { openOutside } from "../../electron/main/open-outside.ts";

describe("the system's browser", () => {
  function open(address: string): readonly string[] {
    const opened: string[] = [];
    openOutside(address, {
      openExternal: (given) => {
        opened.push(given);
        return Promise.reject(new Error("no browser"));
      },
    });
    return opened;
  }

  test("is shown what a rule's source says", () => {
    expect(open("https://www.rfc-editor.org/rfc/rfc1122")).toEqual(["https://www.rfc-editor.org/rfc/rfc1122"]);
  });

  test.for([
    "https://example.com/",
    "http://www.rfc-editor.org/",
    "https://www.rfc-editor.org.example.com/",
    "https://www.rfc-editor.org@example.com/",
    "https://user:word@www.rfc-editor.org/",
    "https://www.rfc-editor.org:8443/",
    "https://WWW.rfc-editor.org/",
    "file:///etc/passwd",
    "ms-settings:network",
    "smb://www.rfc-editor.org/share",
    "javascript:alert(1)",
    "https://www.rfc-editor.org/ & calc.exe",
    "\\\\www.rfc-editor.org\\share",
    "",
  ])("is not shown %s", (address) => {
    expect(open(address)).toEqual([]);
  });
});

describe("what the page loads", () => {
  function isLoaded(url: string): boolean {
    let cancelled: boolean | undefined;
    const onBeforeRequest = (listener: (details: object, answer: (given: CallbackResponse) => void) => void): void =>
      listener({ url }, ({ cancel }) => (cancelled = cancel));
    denyRequests({ onBeforeRequest } as unknown as WebRequest);
    return cancelled === false;
  }

  test.for([
    "app://counterpart/",
    "app://counterpart/assets/index.js",
    "data:image/png;base64,AA==",
    "blob:app://counterpart/1",
  ])("may be its own: %s", (url) => {
    expect(isLoaded(url)).toBe(true);
  });

  test.for([
    "https://example.com/",
    "http://127.0.0.1/",
    "ws://127.0.0.1:4000/",
    "file:///etc/passwd",
    "app://counterpart.evil/",
    "app://other/",
    "blob:https://example.com/1",
    "devtools://devtools/bundled/inspector.html",
  ])("is nothing else: %s", (url) => {
    expect(isLoaded(url)).toBe(false);
  });
});
