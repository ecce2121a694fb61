// What a person finds on the line who comes after us: a prompt, and what is typed there answered once, echoed once.
import { openRawLine } from "../raw-line.ts";

/** What the shell prints for a command, with nothing before or behind it; anything else on the line is in it too. */
export async function typeByHand(port: number, command: string): Promise<string> {
  const line = await openRawLine(port);
  try {
    await line.wake(/[#$] (?:\u001b\[6n)?$/);
    line.send(`${command}\r`);
    const said = await line.waitFor(/\n[\s\S]*[#$] (?:\u001b\[6n)?$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what shells tell a screen
    const lines = said.replaceAll(/\u001b\[[\d;?]*[a-zA-Z]/g, "").split(/\r*\n/);
    if (lines[0]?.trim() !== command) return `${JSON.stringify(said)} instead of an echo`;
    return lines.slice(1, -1).join("\n").trim();
  } finally {
    line.close();
  }
}
