// The Node side of the window with what `npm start` tells Node.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { startProcess, type StartedProcess } from "../started-process.ts";

const scriptsSchema = z.object({ scripts: z.object({ start: z.string() }) });

export async function startHost(root: string, options: readonly string[] = []): Promise<StartedProcess> {
  const { scripts } = scriptsSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const flags = scripts.start.split(" ").filter((word) => word.startsWith("--"));
  const words = [...flags, join(root, "electron/headless/command-line.ts"), "serve", "--json", ...options];
  return startProcess(words, root);
}
