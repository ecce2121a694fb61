import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../../../corpus/linux-console");

/** The cases that were captured whole; others are transcripts for the simulator. */
export const cases: readonly string[] = readdirSync(folder).filter((name) =>
  existsSync(join(folder, name, "ip-j-address")),
);

/** What a command printed on the terminal of a case. */
export function readCapture(name: string, command: string): string {
  return readFileSync(join(folder, name, command), "utf8");
}
