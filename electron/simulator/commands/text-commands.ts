// Filters that the interpreter has, for the forms of them that it lacks and that scripts for small systems use.
import type { RunOutcome } from "../shell/shell-process.ts";
import { complain, print, readBytes, splitOptions, type Call, inputOf, type CommandTable } from "./command.ts";

export const textCommands: CommandTable = { cat: runCat, tail: runTail, tr: runTr, od: runOd };

async function runOriginal(call: Call, args: readonly string[]): Promise<RunOutcome> {
  return (await call.io.origCommand?.([...args])) ?? complain(`${call.name}: not there`, 127);
}

/** Reads live files with the kernel's own refusals, which the interpreter's `cat` cannot tell from a missing file. */
async function runCat(call: Call): Promise<RunOutcome> {
  if (call.args.some((word) => word.startsWith("-") && word !== "-")) return runOriginal(call, call.args);
  let text = "";
  let stderr = "";
  for (const path of call.args.length > 0 ? call.args : ["-"]) {
    const whole = call.io.fs.resolvePath(call.io.cwd, path);
    try {
      text += path === "-" ? inputOf(call) : Buffer.from(await call.io.fs.readFileBuffer(whole)).toString("latin1");
    } catch (error) {
      const [, code = ""] = /^(E[A-Z]+)\b/.exec(error instanceof Error ? error.message : "") ?? [];
      stderr += `cat: ${path}: ${reasons[code] ?? "No such file or directory"}\n`;
    }
  }
  return { stdout: text, stdoutKind: "bytes", stderr, exitCode: stderr === "" ? 0 : 1 };
}

const reasons: Readonly<Record<string, string>> = {
  EINVAL: "Invalid argument",
  EISDIR: "Is a directory",
  EACCES: "Permission denied",
};

/** `tail -c +N`: from byte N on. */
async function runTail(call: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(call.args, "cn");
  const from = /^\+(\d+)$/.exec(options.get("c") ?? "")?.[1];
  if (from === undefined) return runOriginal(call, call.args);
  const [path = "-"] = words;
  const bytes = await readBytes(call, path);
  if (bytes === null) return complain(`tail: cannot open '${path}' for reading: No such file or directory`);
  return printBytes(bytes.subarray(Math.max(0, Number(from) - 1)));
}

/** `tr -d '\000'`: octal escapes. */
function runTr(call: Call): Promise<RunOutcome> {
  const plain = call.args.map((word) =>
    word.replaceAll(/\\([0-7]{1,3})/g, (_, digits: string) => {
      const letter = String.fromCharCode(Number.parseInt(digits, 8));
      return letter === "\\" || letter === "-" ? `\\${letter}` : letter;
    }),
  );
  return runOriginal(call, plain);
}

const perLine = 16;

/** `od` with bytes of one size: `-An -tx1`, `-t u1`, `-c` and the like. */
async function runOd(call: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(call.args, "AtNjw");
  const type = options.get("t") ?? (options.has("c") ? "c" : options.has("b") ? "o1" : null);
  const print1 = formats[type ?? ""];
  if (print1 === undefined) return runOriginal(call, call.args);
  const [path = "-"] = words;
  const bytes = await readBytes(call, path);
  if (bytes === null) return complain(`od: ${path}: No such file or directory`);
  const skipped = Number(options.get("j") ?? 0);
  const shown = bytes.subarray(skipped, skipped + Number(options.get("N") ?? bytes.length));
  const radix = { n: null, d: 10, x: 16, o: 8 }[options.get("A") ?? "o"] ?? null;
  const address = (at: number): string =>
    radix === null ? "" : at.toString(radix).padStart(radix === 16 ? 6 : 7, "0");
  let text = "";
  for (let at = 0; at < shown.length; at += perLine) {
    text += `${address(skipped + at)}${[...shown.subarray(at, at + perLine)].map(print1).join("")}\n`;
  }
  return print(radix === null ? text : `${text}${address(skipped + shown.length)}\n`);
}

const named: Readonly<Record<number, string>> = {
  0: "\\0",
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
};

const formats: Readonly<Record<string, (byte: number) => string>> = {
  x1: (byte) => ` ${byte.toString(16).padStart(2, "0")}`,
  u1: (byte) => String(byte).padStart(4),
  d1: (byte) => String((byte << 24) >> 24).padStart(5),
  o1: (byte) => ` ${byte.toString(8).padStart(3, "0")}`,
  c: (byte) =>
    (
      named[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, "0"))
    ).padStart(4),
};

function printBytes(bytes: Uint8Array): RunOutcome {
  return { stdout: Buffer.from(bytes).toString("latin1"), stdoutKind: "bytes", stderr: "", exitCode: 0 };
}
