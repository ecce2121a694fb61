import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { App, BrowserWindow } from "electron";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeBeforeQuit } from "../../electron/main/close-before-quit.ts";
import { keepOneInstance } from "../../electron/main/keep-one-instance.ts";
import { readBounds, rememberBounds } from "../../electron/main/remember-bounds.ts";
import { Preventable } from "./preventable.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-bounds-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];

describe("the window's place", () => {
  function remember(bounds: unknown): string {
    const file = join(folder, "window.json");
    const window = new EventEmitter();
    rememberBounds(Object.assign(window, { getNormalBounds: () => bounds }) as unknown as BrowserWindow, file);
    window.emit("close");
    return file;
  }

  test("is kept", () => {
    const bounds = { x: 100, y: 50, width: 1024, height: 700 };
    expect(readBounds(remember(bounds), displays)).toEqual(bounds);
  });

  test.for([
    ["left", { x: -2000, y: 0, width: 1024, height: 700 }],
    ["right", { x: 1900, y: 0, width: 1024, height: 700 }],
    ["above", { x: 0, y: -30, width: 1024, height: 700 }],
    ["below", { x: 0, y: 1030, width: 1024, height: 700 }],
  ] as const)("%s of every screen is given up", ([, bounds]) => {
    expect(readBounds(remember(bounds), displays)).toEqual({ width: 1280, height: 800 });
  });

  test("in a damaged file is given up", () => {
    writeFileSync(join(folder, "window.json"), '{"x":0');
    expect(readBounds(join(folder, "window.json"), displays)).toEqual({ width: 1280, height: 800 });
  });

  test("that cannot be written does not keep the window from closing", () => {
    const window = Object.assign(new EventEmitter(), { getNormalBounds: () => ({}) });
    rememberBounds(window as unknown as BrowserWindow, join(folder, "missing/window.json"));
    expect(() => window.emit("close")).not.toThrow();
  });
});

describe("the end", () => {
  function quit(close: () => Promise<void>): { readonly app: EventEmitter; readonly exits: number[] } {
    const exits: number[] = [];
    const app = Object.assign(new EventEmitter(), { exit: (status: number) => void exits.push(status) });
    closeBeforeQuit(app as unknown as App, close);
    return { app, exits };
  }

  test("waits until the terminals are left", async () => {
    const left = Promise.withResolvers<void>();
    const { app, exits } = quit(() => left.promise);
    const event = new Preventable();
    app.emit("will-quit", event);
    await sleep(10);
    const early = [...exits];
    left.resolve();
    await sleep(10);
    expect([event.defaultPrevented, early, exits]).toEqual([true, [], [0]]);
  });

  test("comes also when a terminal cannot be left", async () => {
    const { app, exits } = quit(() => Promise.reject(new Error("gone")));
    app.emit("will-quit", new Preventable());
    await sleep(10);
    expect(exits).toEqual([0]);
  });
});

describe("a second start", () => {
  test("ends when another process holds the lock", () => {
    const app = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => false });
    expect(keepOneInstance(app as unknown as App, () => undefined)).toBe(false);
  });

  test("brings the first one's window to the front, also from the task bar", () => {
    const app = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => true });
    const done: string[] = [];
    const window = { isMinimized: () => true, restore: () => done.push("restore"), focus: () => done.push("focus") };
    keepOneInstance(app as unknown as App, () => window as unknown as BrowserWindow);
    app.emit("second-instance");
    expect(done).toEqual(["restore", "focus"]);
  });
});
