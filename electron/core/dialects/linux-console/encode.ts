// The only way a value gets into a command: single-quoted for the shell, and refused when it holds a control
// character, whoever supplied it. Interface names and numbers have stricter forms of their own.
import { textToBinary } from "../../bytes/binary-text.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";

const control = /[\p{Cc}\u2028\u2029]/u;

/** A value as one word of a shell command, as a binary string. */
export function encodeWord(field: string, value: string): Result<string> {
  const found = control.exec(value);
  if (found) return fail(makeFailure("value-refused", { field, character: nameCharacter(found[0]) }));
  return succeed(quote(textToBinary(value)));
}

/** A kernel's interface name: at most 15 characters, no slash, no blank, not starting with a dash (Linux dev_valid_name). */
export function encodeInterfaceName(name: string): Result<string> {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.:@-]{0,14}$/.test(name) || name === "..") {
    return fail(makeFailure("value-refused", { field: "interface", character: JSON.stringify(name.slice(0, 20)) }));
  }
  return succeed(name);
}

/** A text of several lines as one word, tabs as blanks; for files that are only read by programs. */
export function encodeLines(text: string): Result<string> {
  const spaced = text.replaceAll("\t", " ");
  const found = control.exec(spaced.replaceAll("\n", ""));
  if (found) return fail(makeFailure("value-refused", { field: "file", character: nameCharacter(found[0]) }));
  return succeed(quote(textToBinary(spaced)));
}

/** Quotes a script of our own, which may hold line ends but nothing else below a blank. */
export function quote(binary: string): string {
  return `'${binary.replaceAll("'", `'\\''`)}'`;
}

function nameCharacter(character: string): string {
  const names: Readonly<Record<string, string>> = { "\r": "CR", "\n": "LF", "\0": "NUL", "\x1b": "ESC", "\t": "TAB" };
  return names[character] ?? `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
