// A page in a browser's app window. Arguments of a program can be read by every user of the PC, so the address with its token
// goes into a file that only this user can read, and the browser is sent to that file.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isSmallComputer, savedFeatures, smallSwitch } from "../host/small-computer.ts";
import { listRootSwitches, quietSwitches } from "./browser-switches.ts";
import { type Environment, findSnapFolder } from "./find-browser.ts";

export interface AppWindow {
  /** Resolves when the browser has ended. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

export interface AppWindowOptions {
  readonly browser: string;
  /** With its token. */
  readonly address: string;
  /** The browser's own folder for this app: with the person's one, a running browser would swallow the start. */
  readonly profile: string;
  readonly environment: Environment;
}

export function openAppWindow(options: AppWindowOptions): AppWindow {
  const snap = findSnapFolder(options.browser, options.environment);
  const profile = snap === null ? options.profile : join(snap, "counterpart");
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(snap ?? tmpdir(), "counterpart-"));
  const redirect = join(folder, "open.html");
  writeFileSync(redirect, writeRedirect(options.address), { mode: 0o600, flag: "wx" });
  const child = spawn(options.browser, listArguments(pathToFileURL(redirect).href, profile), { stdio: "ignore" });
  const { promise, resolve } = Promise.withResolvers<void>();
  function end(): void {
    rmSync(folder, { recursive: true, force: true });
    resolve();
  }
  child.once("close", end);
  child.once("error", end);
  return { ended: promise, close: () => stop(child) };
}

export function listArguments(address: string, profile: string, isSmall = isSmallComputer()): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--window-size=1280,800",
    ...quietSwitches,
    `--disable-features=${["Translate", ...savedFeatures].join(",")}`,
    "--renderer-process-limit=1",
    ...(isSmall ? [`--${smallSwitch}`] : []),
    ...listRootSwitches(),
  ];
}

function writeRedirect(address: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Counterpart</title><meta http-equiv="refresh" content="0; url=${address}">\n`;
}

function stop(child: ChildProcess): void {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
  timer.unref();
  child.once("close", () => clearTimeout(timer));
}
