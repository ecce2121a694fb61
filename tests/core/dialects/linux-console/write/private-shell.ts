// Runs scripts as a terminal would, by a real shell, with a /run of their own: nothing of this machine is changed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finished, runProgram } from "../../../../peers/owned-process.ts";
import { findObstacle } from "../../../../peers/system-packages.ts";

export const obstacle = findObstacle("console");

export const shells = [
  ["dash", ["dash", "-c"]],
  ["bash", ["bash", "-c"]],
  ["BusyBox ash", ["busybox", "sh", "-c"]],
] as const;

export type ShellCommand = readonly string[];

/** One after the other in one mount namespace, so that the second finds what the first left under /run. */
export function runScripts(shell: ShellCommand, scripts: readonly string[]): Promise<Finished> {
  const words = scripts.map((script) => [...shell, script].map(quoteWord).join(" "));
  // A watchdog leaves when its folder is gone. The checksum tool is named in the environment, as the shell of a connection does; the marker has its place in /etc.
  const all = [
    "mount -t tmpfs tmpfs /etc",
    "mount -t tmpfs tmpfs /run",
    "export c=cksum",
    ...words,
    "rm -rf /run/counterpart",
  ].join("\n");
  return runProgram("unshare", ["--mount", "sh", "-c", all]);
}

export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-write-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quoteWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
