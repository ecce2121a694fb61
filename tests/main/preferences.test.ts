// What the desktop does with preferences: seals the secret, chooses how to draw, looks for updates.
import { EventEmitter } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "electron";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseDrawing } from "../../electron/main/choose-drawing.ts";
import { keepSecrets, type Seal } from "../../electron/main/keep-secrets.ts";
import { spareMemory } from "../../electron/main/spare-memory.ts";
import { type Updater, updateApp } from "../../electron/main/update-app.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-desktop-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the sealed secret", () => {
  const address = "postgres://till:word@db.example/register";
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((octet) => octet ^ 0x5a));

  function makeSeal(backend: ReturnType<Seal["getSelectedStorageBackend"]> = "kwallet6", isThere = true): Seal {
    return {
      isAsyncEncryptionAvailable: () => Promise.resolve(isThere),
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: (text) => Promise.resolve(turn(Buffer.from(text))),
      decryptStringAsync: (bytes) => Promise.resolve({ result: turn(bytes).toString(), shouldReEncrypt: false }),
    };
  }

  test("is on the disk only as the system sealed it, for this user, and comes back", async () => {
    const path = join(folder, "data/url.sealed");
    const keeper = keepSecrets(path, makeSeal(), "linux");
    await keeper.keep(address);
    expect([readFileSync(path).includes("word"), statSync(path).mode & 0o777, await keeper.read()]).toEqual([
      false,
      0o600,
      address,
    ]);
  });

  test.for([
    ["a Linux without a key ring", makeSeal("basic_text"), "linux"],
    ["a system that seals nothing", makeSeal("unknown", false), "win32"],
  ] as const)("is not kept on %s", async ([, seal, platform]) => {
    const path = join(folder, "url.sealed");
    const kept = await keepSecrets(path, seal, platform).keep(address);
    expect([kept.ok || kept.failure.code, existsSync(path)]).toEqual(["secret-unkept", false]);
  });

  test("is forgotten when it is taken away", async () => {
    const keeper = keepSecrets(join(folder, "url.sealed"), makeSeal(), "darwin");
    await keeper.keep(address);
    await keeper.keep(null);
    expect(await keeper.read()).toBeNull();
  });

  test("that was sealed elsewhere counts as none", async () => {
    writeFileSync(join(folder, "url.sealed"), "other");
    const seal = { ...makeSeal(), decryptStringAsync: () => Promise.reject(new Error("another key")) };
    expect(await keepSecrets(join(folder, "url.sealed"), seal, "darwin").read()).toBeNull();
  });
});

describe("drawing", () => {
  function start(
    drawing: "automatic" | "graphics-card" | "software",
    version = "45.4.1",
  ): EventEmitter & { bySoftware: boolean } {
    const app = Object.assign(new EventEmitter(), { bySoftware: false, disableHardwareAcceleration: () => undefined });
    app.disableHardwareAcceleration = () => void (app.bySoftware = true);
    chooseDrawing(app as unknown as App, { drawing, note: join(folder, "graphics-crashed"), version });
    return app;
  }
  const crash = (app: EventEmitter, reason = "crashed", type = "GPU"): boolean =>
    app.emit("child-process-gone", {}, { type, reason });

  test("is by the graphics card at first", () => {
    expect(start("automatic").bySoftware).toBe(false);
  });

  test("is by the processor when a person says so", () => {
    expect(start("software").bySoftware).toBe(true);
  });

  test.for(["crashed", "oom", "launch-failed", "abnormal-exit"])(
    "is by the processor after the graphics process %s",
    (reason) => {
      crash(start("automatic"), reason);
      expect(start("automatic").bySoftware).toBe(true);
    },
  );

  test("stays with the graphics card when its process ends in order, or another process crashes", () => {
    const app = start("automatic");
    crash(app, "clean-exit");
    crash(app, "killed");
    crash(app, "crashed", "Utility");
    expect(start("automatic").bySoftware).toBe(false);
  });

  test("tries the graphics card again with another version of Electron, or when a person says so", () => {
    crash(start("automatic"));
    const tried = [
      start("automatic", "46.0.0").bySoftware,
      start("graphics-card").bySoftware,
      start("automatic").bySoftware,
    ];
    expect(tried).toEqual([false, false, false]);
  });
});

test("Chromium keeps one process for the one page, and lives with little memory where there is little", () => {
  const switches: string[] = [];
  const commandLine = {
    appendSwitch: (name: string, value = "") => void switches.push(value === "" ? name : `${name}=${value}`),
  };
  spareMemory(commandLine, false);
  spareMemory(commandLine, true);
  const always = ["disable-features=SpareRendererForSitePerProcess", "renderer-process-limit=1"];
  expect(switches).toEqual([...always, ...always, "enable-low-end-device-mode"]);
});

describe("updates", () => {
  class ScriptedUpdater implements Updater {
    autoDownload = false;
    autoInstallOnAppQuit = false;
    allowDowngrade = true;
    allowPrerelease = true;
    readonly asked: string[] = [];
    setFeedURL({ url }: { readonly url: string }): void {
      this.asked.push(url);
    }
    checkForUpdates(): Promise<unknown> {
      this.asked.push("check");
      return Promise.reject(new Error("no internet"));
    }
  }

  async function look(
    updates: { readonly isOn: boolean; readonly mirror: string | null },
    platform: NodeJS.Platform,
    isPackaged = true,
  ) {
    const updater = new ScriptedUpdater();
    const looked = await updateApp({ updates, platform, isPackaged, load: () => Promise.resolve(updater) });
    return { looked, updater };
  }

  test("are looked for where the app came from, and never an older version", async () => {
    const { looked, updater } = await look({ isOn: true, mirror: null }, "win32");
    expect([looked, updater.asked, updater.allowDowngrade, updater.allowPrerelease]).toEqual([
      true,
      ["check"],
      false,
      false,
    ]);
  });

  test("are looked for at the mirror that is set", async () => {
    const { updater } = await look({ isOn: true, mirror: "https://mirror.example/counterpart" }, "darwin");
    expect(updater.asked).toEqual(["https://mirror.example/counterpart", "check"]);
  });

  test.for([
    ["a person switched them off", { isOn: false, mirror: null }, "win32", true],
    ["the app is not installed", { isOn: true, mirror: null }, "win32", false],
    ["the system checks nobody's signature", { isOn: true, mirror: null }, "linux", true],
  ] as const)("are not looked for when %s", async ([, updates, platform, isPackaged]) => {
    const { looked, updater } = await look(updates, platform, isPackaged);
    expect([looked, updater.asked]).toEqual([false, []]);
  });
});
