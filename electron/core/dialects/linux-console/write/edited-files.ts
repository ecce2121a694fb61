// The files that a push changes: several interfaces may stand in one file, which is then written once, as all of them
// together leave it.
import { type Result, succeed } from "../../../failures/result.ts";
import { changeFile } from "./files.ts";
import type { Steps } from "./steps.ts";

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

  /**
   * Around the parts whose files they are: written before anything is told to read them again, and put back before
   * anything is undone with them.
   */
  surround(parts: readonly Steps[]): Result<readonly Steps[]> {
    const first: Steps[] = [];
    const last: Steps[] = [];
    for (const [path, edit] of this.#edits) {
      if (edit.before === edit.after) continue;
      const label = `${first.length}-${path.slice(path.lastIndexOf("/") + 1).replace(/[^\w.-]/g, "_")}`;
      const change = changeFile({ path, ...edit, label });
      if (!change.ok) return change;
      const { prepare, apply, persist, undo, isRestored } = change.value;
      first.push({ prepare, apply, persist, undo: [], isRestored: [] });
      last.push({ prepare: [], apply: [], persist: [], undo, isRestored });
    }
    return succeed([...first, ...parts, ...last]);
  }
}
