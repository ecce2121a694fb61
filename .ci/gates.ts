// The gates: what `npm run check` runs, what `npm test` counts, and what the planted violations prove to fire.
import { spawn } from "node:child_process";
import { join } from "node:path";

export type GateName = "types" | "lint" | "format" | "dead code";

export interface Gate {
  readonly name: GateName;
  readonly tool: string;
  readonly options: readonly string[];
}

export const gates: readonly Gate[] = [
  { name: "types", tool: "tsc", options: ["-b"] },
  { name: "lint", tool: "oxlint", options: ["--config", ".ci/oxlint.config.ts"] },
  { name: "format", tool: "biome", options: ["format", "--config-path", ".ci/formatter.json", "."] },
  { name: "dead code", tool: "knip", options: ["--config", ".ci/knip.json", "--no-progress", "--no-config-hints"] },
];

export interface GateResult {
  readonly gate: GateName;
  readonly passed: boolean;
  readonly output: string;
}

const timeLimit = 180_000;

/** Runs one gate over the tree in `folder`; more options than the gate's own may choose a report that programs read. */
export async function runGate(gate: Gate, folder: string, moreOptions: readonly string[] = []): Promise<GateResult> {
  const windows = process.platform === "win32";
  const program = join(folder, "node_modules", ".bin", windows ? `${gate.tool}.cmd` : gate.tool);
  const child = spawn(program, [...gate.options, ...moreOptions], {
    cwd: folder,
    shell: windows,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeLimit,
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.once("error", (error) => {
    output += error.message;
    resolve(false);
  });
  child.once("close", (status) => {
    resolve(status === 0);
  });
  return { gate: gate.name, passed: await promise, output };
}
