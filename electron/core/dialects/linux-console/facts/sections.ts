/** What the facts scripts printed, by section. */
export interface Sections {
  /** The text of a section by name, or null when it was not printed. */
  readonly get: (name: string) => string | null;
  /** Files by path, whole up to 16 KiB, without a line end added by the script. */
  readonly files: ReadonlyMap<string, string>;
}

export function parseSections(outputs: readonly string[], key: string): Sections {
  const named = new Map<string, string>();
  const files = new Map<string, string>();
  for (const output of outputs) {
    // The script ends the text before a heading with a line end of its own, which the split takes.
    for (const part of `\n${output}`.split(`\n=${key} `).slice(1)) {
      const headEnd = part.indexOf("\n");
      const [name = "", ...rest] = (headEnd < 0 ? part : part.slice(0, headEnd)).split(" ");
      const text = headEnd < 0 ? "" : part.slice(headEnd + 1);
      // A file that was asked for by its whole path stands behind the folder that the script was in.
      if (name === "f") files.set(rest.join(" ").replace(/^.*\/\//, "/"), text);
      else named.set(name, text);
    }
  }
  return { get: (name) => named.get(name) ?? null, files };
}
