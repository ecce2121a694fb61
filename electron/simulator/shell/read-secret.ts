import { setFlag } from "../tty-settings.ts";
import type { Tty } from "../tty.ts";

/** Asks for a password on the terminal line with echo off; null when the person typed ^C or ^D. */
export async function readSecret(tty: Tty, prompt: string): Promise<string | null> {
  const before = tty.settings;
  tty.settings = setFlag(before, "echo", false);
  tty.write(prompt);
  const read = await tty.read();
  tty.settings = before;
  tty.write("\n");
  return read.kind === "line" ? Buffer.from(read.bytes).toString("utf8").replace(/\n$/, "") : null;
}
