// Keeps what Node made of the TypeScript sources (`.cache/compiled`, of this user's). What is missing there or older than its
// source is made by a process of its own beforehand, so that whatever is started neither loads Node's compiler, which takes
// 28 MB, nor waits for it. Where nothing can be kept, all goes on as without it. Plain JavaScript, as assert-node.js is.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
/** Milliseconds; it takes one or two seconds. */
const timeLimit = 60_000;

/**
 * Whether a source or, where one was removed, its folder is newer.
 * @type {(folder: string, time: number) => boolean}
 */
function hasNewer(folder, time) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return statSync(path).mtimeMs > time || (entry.isDirectory() && hasNewer(path, time));
  });
}

module.enableCompileCache?.(join(root, ".cache/compiled"));
/** It is of this Node and of this user. */
const kept = module.getCompileCacheDir?.();
if (kept !== undefined) {
  const done = join(kept, "complete");
  const time = statSync(done, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (hasNewer(join(root, "electron"), time)) {
    const words = [join(import.meta.dirname, "compile-sources.ts"), root, done];
    spawnSync(process.execPath, words, { stdio: "ignore", timeout: timeLimit, windowsHide: true });
  }
}
