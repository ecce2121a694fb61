import { createInterface } from "node:readline/promises";

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY;
}

/** What a person types, trimmed; empty for Ctrl-C and Ctrl-D. Questions go to standard error. */
export async function askPerson(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  // While it edits a line, readline keeps Ctrl-C to itself: whoever waits for it hears of it all the same.
  lines.once("SIGINT", () => {
    process.emit("SIGINT");
    stop.abort();
  });
  lines.once("close", () => stop.abort());
  try {
    return (await lines.question(question, { signal: stop.signal })).trim();
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write("\n");
    return "";
  } finally {
    lines.close();
  }
}
