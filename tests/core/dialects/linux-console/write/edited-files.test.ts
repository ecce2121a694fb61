import { expect, test } from "vitest";
import { EditedFiles } from "../../../../../electron/core/dialects/linux-console/write/edited-files.ts";
import type { Steps } from "../../../../../electron/core/dialects/linux-console/write/steps.ts";

const path = "/etc/network/interfaces";
const nothing: Steps = { prepare: [], apply: [], files: [], persist: [], undo: [], isRestored: [] };

function edit(...texts: readonly string[]): readonly string[] {
  const files = new EditedFiles(new Map([[path, "a\n"]]));
  for (const text of texts) files.set(path, files.get(path) + text);
  const parts = files.join([nothing]);
  if (!parts.ok) throw new Error(parts.failure.code);
  return parts.value.flatMap((part) => part.files.map((each) => JSON.stringify([each.file, each.after])));
}

test("several changes of one file, each made on top of the one before it, are one, from the file as it was read", () => {
  const [both, ...more] = edit("b\n", "c\n");
  expect([more, both]).toEqual([[], edit("b\nc\n")[0]]);
});

test("a file that is as it was in the end is not written", () => {
  const files = new EditedFiles(new Map([[path, "a\n"]]));
  files.set(path, "b\n");
  files.set(path, "a\n");
  const parts = files.join([]);
  expect(parts.ok && parts.value.flatMap((part) => part.files)).toEqual([]);
});
