// PS1 and PS2 as the shell shows them.
import type { Call } from "../commands/command.ts";
import type { ShellProcess } from "./shell-process.ts";

export function showPrompt(process: ShellProcess, call: Call, name: "PS1" | "PS2"): string {
  const rootSign = process.user.uid === 0 ? "#" : "$";
  const text = call.io.env.get(name) ?? (name === "PS1" ? `${rootSign} ` : "> ");
  const home = process.user.home;
  const folder = call.io.cwd.startsWith(home) ? `~${call.io.cwd.slice(home.length)}` : call.io.cwd;
  const letters: Readonly<Record<string, string>> = {
    u: process.user.name,
    h: process.machine.hostName,
    H: process.machine.hostName,
    w: folder,
    W: folder.replace(/^.*\/(?=.)/, ""),
    $: rootSign,
    n: "\n",
    e: "\u001b",
    "[": "",
    "]": "",
    "\\": "\\",
  };
  return text.replace(/\\(.)/g, (whole, letter: string) => letters[letter] ?? whole);
}
