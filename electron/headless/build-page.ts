// Builds electron/main, electron/preload and renderer/ when what was built is missing or older than its sources.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["electron", "renderer", "electron.vite.config.ts", "package.json", "package-lock.json"];
const products = ["out/main/index.js", "out/preload/index.cjs", "out/renderer/index.html"];
const timeLimit = 120_000;

/** A removed file changes its folder's time, so folders count too. */
export function isBuildStale(root: string): boolean {
  const built = Math.min(...products.map((name) => readTime(join(root, name)) ?? 0));
  return built === 0 || sources.some((name) => findNewest(join(root, name)) > built);
}

export type Built = { readonly ok: true } | { readonly ok: false; readonly output: string };

export async function build(root: string): Promise<Built> {
  const child = spawn(process.execPath, [join(root, "node_modules/electron-vite/bin/electron-vite.js"), "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeLimit,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child, "close").catch(() => undefined);
  return child.exitCode === 0 ? { ok: true } : { ok: false, output: keepWords(output) };
}

/** What the builder says, without its colours and without where in its own code that was. */
export function keepWords(output: string): string {
  return output
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .split("\n")
    .filter((line) => !/^\s*(?:at |\d+: |stack backtrace)/i.test(line))
    .join("\n")
    .trim();
}

function findNewest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  const inside = readdirSync(path).map((name) => findNewest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

function readTime(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
