// Electronegativity over this project: sources -> the same in JavaScript, file by file -> its report (SARIF) -> what it found.
// Its exit status says nothing, and its own parser of TypeScript is from before most of our syntax.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { transformWithOxc } from "vite";
import { z } from "zod";

const root = resolve(import.meta.dirname, "../..");
const program = join(import.meta.dirname, "node_modules/@doyensec/electronegativity/dist/index.js");
const sources = ["electron/{main,preload,host,app,contract}/**/*.ts", "renderer/**/*.{ts,tsx}"];
const timeLimit = 120_000;

/** Asks the network for a list of releases; Electron's version is a test of its own. */
const left = "AvailableSecurityFixesGlobalCheck";

const reportSchema = z.object({
  runs: z.tuple([
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          locations: z.tuple([
            z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }) }) }),
          ]),
        }),
      ),
    }),
  ]),
});

export interface Complaint {
  readonly rule: string;
  /** The project's file, without its ending; empty for the app as a whole. */
  readonly file: string;
}

/** Installs the scanner from its own lock file where it is missing; what it said when that failed. */
export async function installScanner(): Promise<string | null> {
  if (existsSync(program)) return null;
  const { status, output } = await run(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
    import.meta.dirname,
  );
  return status === 0 ? null : output;
}

/** `plant` adds or replaces files, by their path in the project. */
export async function scan(plant: Readonly<Record<string, string>> = {}): Promise<readonly Complaint[]> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-scan-"));
  try {
    await writeScripts(folder, plant);
    const report = join(folder, "report.sarif");
    const { output } = await run(
      process.execPath,
      [
        ...[
          "--import",
          pathToFileURL(join(import.meta.dirname, "without-network.ts")).href,
          program,
          "--input",
          join(folder, "tree"),
        ],
        ...["--relative", "--verbose", "false", "--exclude-checks", left, "--output", report],
      ],
      folder,
    );
    if (!existsSync(report)) throw new Error(`The scanner left no report.\n${output}`);
    if (/Error parsing|couldn't be parsed|Unexpected token/i.test(output)) throw new Error(output);
    const [{ results }] = reportSchema.parse(JSON.parse(readFileSync(report, "utf8"))).runs;
    return results.map(({ ruleId, locations: [{ physicalLocation }] }) => ({
      rule: ruleId,
      file: physicalLocation.artifactLocation.uri.replace(/^file:\/\/\/?/, "").replace(/\.[jt]sx?$/, ""),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeScripts(folder: string, plant: Readonly<Record<string, string>>): Promise<void> {
  const own = globSync(sources, { cwd: root }).filter((path) => !path.endsWith(".d.ts"));
  const texts = new Map(own.map((path) => [path, readFileSync(join(root, path), "utf8")]));
  for (const [path, text] of Object.entries(plant)) texts.set(path, text);
  for (const [path, text] of texts) {
    const { code } = await transformWithOxc(text, path, { target: "es2022", sourcemap: false });
    const script = join(folder, "tree", path.replace(/\.tsx?$/, ".js"));
    mkdirSync(dirname(script), { recursive: true });
    writeFileSync(script, code);
  }
  for (const path of ["package.json", "renderer/index.html"]) cpSync(join(root, path), join(folder, "tree", path));
}

async function run(
  name: string,
  options: readonly string[],
  cwd: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(name, options, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: timeLimit });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child, "close");
  return { status: child.exitCode, output };
}
