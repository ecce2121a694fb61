import { createInterface } from "node:readline/promises";

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY;
}

/** What a person types, trimmed; questions go to standard error. */
export async function askPerson(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer.trim();
}
