// The simulated modem on a pseudo-terminal, and programs of Debian run on it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { runProgram } from "./owned-process.ts";

export interface AtModem {
  /** The device. */
  readonly link: string;
  /** Exit status, and everything that was said. */
  run(command: string, ...words: readonly string[]): Promise<readonly [number | null, string]>;
  /** A file of the test's own; returns its path. */
  write(name: string, lines: readonly string[]): string;
  stop(): Promise<void>;
}

export async function startAtModem(): Promise<AtModem> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-at-"));
  const link = join(folder, "modem");
  const stopping = new AbortController();
  const serving = await serveTerminal("at", { link }, { surroundings: nodeSurroundings, signal: stopping.signal });
  if (!serving.ok) throw new Error(serving.failure.message.en);
  const { terminal, ended } = serving.value;
  return {
    link,
    async run(command, ...words) {
      const { status, stdout, stderr } = await runProgram("env", [`HOME=${folder}`, command, ...words]);
      return [status, `${stdout}${stderr}`];
    },
    write(name, lines) {
      const file = join(folder, name);
      writeFileSync(file, `${lines.join("\n")}\n`);
      return file;
    },
    async stop() {
      terminal.powerOff();
      stopping.abort();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
