import { resolve } from "node:path";
import { type Finished, runProgram } from "../peers/owned-process.ts";

const root = resolve(import.meta.dirname, "../..");
const entry = resolve(root, "electron/headless/command-line.ts");

export interface CommandLineOptions {
  readonly input?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** `counterpart ARGUMENTS` as a process of its own, in English unless a variable says otherwise. */
export function runCommandLine(args: readonly string[], options: CommandLineOptions = {}): Promise<Finished> {
  const variables = Object.entries({ LC_ALL: "en_US.UTF-8", ...options.variables }).map(
    ([name, value]) => `${name}=${value}`,
  );
  return runProgram("env", [...variables, process.execPath, entry, ...args], { input: options.input ?? "" });
}
