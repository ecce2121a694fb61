import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../../../corpus/linux-console");

export const cases: readonly string[] = readdirSync(folder);

/** What a command printed on the terminal of a case. */
export function readCapture(name: string, command: string): string {
  return readFileSync(join(folder, name, command), "utf8");
}
