// What is said when Counterpart itself fails: the error as Node would print it, but masked, because its words may quote what a
// terminal sent. It goes to standard error and nowhere else.
import { inspect } from "node:util";

/** From now on; `end` ends the process when it is said. */
export function reportCrashes(end: () => void): void {
  let isEnding = false;
  // What nobody caught of a promise arrives here too.
  process.on("uncaughtException", (error) => {
    if (isEnding) return;
    isEnding = true;
    void describeCrash(error).then((text) => process.stderr.write(`${text}\n`, end));
  });
}

/** Nothing but the error's name where it cannot be masked. */
export async function describeCrash(error: unknown): Promise<string> {
  try {
    const { redactLines } = await import("../core/logs/redaction/redact-lines.ts");
    return redactLines(inspect(error).split("\n")).lines.join("\n");
  } catch {
    return error instanceof Error ? error.name : "?";
  }
}
