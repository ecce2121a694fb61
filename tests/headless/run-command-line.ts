import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Finished, runProgram } from "../peers/owned-process.ts";

const root = resolve(import.meta.dirname, "../..");
const entry = resolve(root, "electron/headless/command-line.ts");

export interface CommandLineOptions {
  readonly input?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** `counterpart ARGUMENTS` as a process of its own, in English and without a past unless a variable says otherwise. */
export async function runCommandLine(args: readonly string[], options: CommandLineOptions = {}): Promise<Finished> {
  const data = mkdtempSync(join(tmpdir(), "counterpart-data-"));
  const variables = Object.entries({ LC_ALL: "en_US.UTF-8", COUNTERPART_DATA: data, ...options.variables }).map(
    ([name, value]) => `${name}=${value}`,
  );
  try {
    return await runProgram("env", [...variables, process.execPath, entry, ...args], { input: options.input ?? "" });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
