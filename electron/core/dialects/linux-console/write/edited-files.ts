// The files that a push changes: several interfaces may stand in one file, which is then written once, as all of them
// together leave it.
import { type Result, succeed } from "../../../failures/result.ts";
import { changeFile } from "./files.ts";
import type { Replacement, Steps } from "./steps.ts";

interface Edit {
  readonly before: string;
  readonly after: string;
}

export class EditedFiles {
  readonly #edits = new Map<string, Edit>();
  readonly #read: ReadonlyMap<string, string>;

  /** `read`: the files as they were read, by path. */
  constructor(read: ReadonlyMap<string, string>) {
    this.#read = read;
  }

  /** The text as the parts so far leave it; empty for a file that is not there. */
  get(path: string): string {
    return this.#edits.get(path)?.after ?? this.#read.get(path) ?? "";
  }

  /** `before`: as it was read under another name. */
  set(path: string, after: string, before: string = this.get(path)): void {
    this.#edits.set(path, { before: this.#edits.get(path)?.before ?? before, after });
  }

  /** The parts, and all files that they have changed, as one more. */
  join(parts: readonly Steps[]): Result<readonly Steps[]> {
    const files: Replacement[] = [];
    for (const [path, edit] of this.#edits) {
      if (edit.before === edit.after) continue;
      const label = `${files.length}-${path.slice(path.lastIndexOf("/") + 1).replace(/[^\w.-]/g, "_")}`;
      const change = changeFile({ path, ...edit, label });
      if (!change.ok) return change;
      files.push(change.value);
    }
    return succeed([...parts, { prepare: [], apply: [], files, persist: [], undo: [], isRestored: [] }]);
  }
}
