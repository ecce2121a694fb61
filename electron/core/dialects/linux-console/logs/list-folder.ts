// What is in a folder of the terminal, by what GNU, BusyBox and toybox have in common.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { FileEntry } from "../../file-access.ts";
import { encodeWord } from "../encode.ts";
import type { Output } from "../shell.ts";

const mostEntries = 10_000;

export async function listFolder(
  path: string,
  ask: (script: string) => Promise<Result<Output>>,
): Promise<Result<readonly FileEntry[]>> {
  const folder = encodeWord("path", path);
  if (!folder.ok) return folder;
  // A name that begins with a dash is none to `stat`: every one is given with its folder.
  const output = await ask(
    `cd -- ${folder.value}||exit 1;ls -a|head -n ${mostEntries}|while IFS= read -r f;do stat -c '%f %s %Y %n' "./$f" 2>/dev/null;done;:`,
  );
  if (!output.ok) return output;
  const { status, text } = output.value;
  if (status !== 0) return fail(makeFailure("command-failed", { step: "list", reason: text.trim().slice(0, 200) }));
  return succeed(text.split("\n").flatMap(readEntry));
}

function readEntry(line: string): readonly FileEntry[] {
  const [, mode, size, modified, name] = /^([\da-f]+) (\d+) (\d+) \.\/(.+)$/.exec(line) ?? [];
  if (mode === undefined || name === undefined || name === "." || name === "..") return [];
  return [{ name, mode: Number.parseInt(mode, 16), size: Number(size), modified: Number(modified) }];
}
