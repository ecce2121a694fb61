// What a command of the simulated terminal is: words and input in, text and status out.
import type { ResolvedCommandContext } from "just-bash";
import type { RunOutcome, ShellProcess } from "../shell/shell-process.ts";

export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  /** Files, folder, input and variables, as the interpreter hands them to a command. */
  readonly io: ResolvedCommandContext;
  readonly process: ShellProcess;
}

export type RunCommand = (call: Call) => RunOutcome | Promise<RunOutcome>;

export type CommandTable = Readonly<Record<string, RunCommand>>;

export const done: RunOutcome = { stdout: "", stderr: "", exitCode: 0 };

export function print(stdout: string): RunOutcome {
  return { stdout, stderr: "", exitCode: 0 };
}

export function complain(stderr: string, exitCode = 1): RunOutcome {
  return { stdout: "", stderr: `${stderr}\n`, exitCode };
}

/** The input: a string whose characters are bytes, whatever its type says. */
export function inputOf(call: Call): string {
  return call.io.stdin as unknown as string;
}

/** The input or a file as bytes, each a character of 0 to 255; null when the file cannot be read. */
export async function readBytes(call: Call, path: string): Promise<Uint8Array | null> {
  if (path === "-") return Buffer.from(inputOf(call), "latin1");
  try {
    return await call.io.fs.readFileBuffer(call.io.fs.resolvePath(call.io.cwd, path));
  } catch {
    return null;
  }
}

/** Words without options, and the options' letters; `takesValue` names letters that eat the next word. */
export function splitOptions(
  args: readonly string[],
  takesValue = "",
): { readonly words: readonly string[]; readonly options: ReadonlyMap<string, string> } {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? "";
    if (word === "--") {
      words.push(...args.slice(at + 1));
      break;
    }
    if (word.startsWith("--")) {
      const [key = "", value = ""] = word.slice(2).split("=", 2);
      options.set(key, value);
    } else if (word.startsWith("-") && word !== "-") {
      for (let letter = 1; letter < word.length; letter += 1) {
        const key = word[letter] ?? "";
        if (!takesValue.includes(key)) options.set(key, "");
        else {
          const glued = word.slice(letter + 1);
          options.set(key, glued === "" ? (args[(at += 1)] ?? "") : glued);
          break;
        }
      }
    } else words.push(word);
  }
  return { words, options };
}
