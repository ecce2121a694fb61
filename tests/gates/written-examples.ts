// The examples of CONTRIBUTING.md as changes to a tree: new files, and hunks whose old lines stand in their file exactly once.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface WrittenExample {
  /** The heading that it stands under. */
  readonly about: string;
  readonly path: string;
  /** The file as it becomes, given as it is. */
  readonly change: (before: string) => string;
  readonly isNew: boolean;
}

export function listExamples(markdown: string): readonly WrittenExample[] {
  const sections = markdown.split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const about = section.slice(0, section.indexOf("\n"));
    return [...section.matchAll(/^```(ts|yaml|text|diff)\n([\s\S]*?)^```$/gm)].map(([, kind, block = ""]) =>
      kind === "diff" ? readHunk(about, block) : readNewFile(about, block),
    );
  });
}

/** Applies all of one heading to the tree in `folder`. */
export function applyExamples(
  examples: readonly WrittenExample[],
  tree: { readonly folder: string; plant(path: string, text: string): void },
): void {
  for (const { path, change, isNew } of examples) {
    tree.plant(path, change(isNew ? "" : readFileSync(join(tree.folder, path), "utf8")));
  }
}

function readNewFile(about: string, block: string): WrittenExample {
  const [, path] = /^(?:\/\/|#) new file: (\S+)\n/.exec(block) ?? [];
  if (path === undefined) throw new Error(`A block under "${about}" names no file.`);
  const text = block.slice(block.indexOf("\n") + 1);
  return { about, path, change: () => text, isNew: true };
}

function readHunk(about: string, block: string): WrittenExample {
  const [first = "", ...lines] = block.trimEnd().split("\n");
  const path = first.replace(/^--- /, "");
  const keep = (signs: string): string =>
    lines
      .filter((line) => signs.includes(line[0] ?? " "))
      .map((line) => line.slice(1))
      .join("\n");
  const [before, after] = [keep(" -"), keep(" +")];
  return {
    about,
    path,
    isNew: false,
    change: (text) => {
      const found = text.split(before).length - 1;
      if (found !== 1) throw new Error(`${path} has these lines ${found} times, not once:\n${before}`);
      return text.replace(before, () => after);
    },
  };
}
