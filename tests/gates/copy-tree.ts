import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export interface TreeCopy {
  readonly folder: string;
  plant(path: string, text: string): void;
  remove(): void;
}

/** The project's own files: tracked ones, and new ones that are not ignored. */
export function listProjectFiles(): readonly string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
    {
      cwd: root,
      encoding: "utf8",
      timeout: 20_000,
    },
  );
  return listed.split("\0").filter((path) => path !== "");
}

/** A copy of the tree to plant violations in; it shares this tree's node_modules. */
export function copyTree(): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-gates-"));
  for (const path of listProjectFiles()) {
    // A file that is tracked and deleted in the work tree has nothing to copy.
    cpSync(join(root, path), join(folder, path), { recursive: true, force: true, errorOnExist: false });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return {
    folder,
    plant(path, text) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
