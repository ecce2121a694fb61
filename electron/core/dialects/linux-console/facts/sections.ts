import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";

/** The facts script's output, by section. */
export interface Sections {
  /** The text of a section by name, or null when it was not printed. */
  readonly get: (name: string) => string | null;
  /** Files by path, whole up to 16 KiB, without a line end added by the script. */
  readonly files: ReadonlyMap<string, string>;
}

export function parseSections(output: string, key: string): Result<Sections> {
  const named = new Map<string, string>();
  const files = new Map<string, string>();
  for (const part of `\n${output}\n`.split(`\n=${key} `).slice(1)) {
    const headEnd = part.indexOf("\n");
    const [name = "", ...rest] = part.slice(0, headEnd).split(" ");
    // The script ends the text before a heading with a line end of its own, which the split has taken.
    const text = part.slice(headEnd + 1);
    if (name === "f") files.set(rest.join(" "), text);
    else named.set(name, text);
  }
  if (!named.has("end")) return fail(makeFailure("answer-unreadable", { step: "facts" }));
  return succeed({ get: (name) => named.get(name) ?? null, files });
}
