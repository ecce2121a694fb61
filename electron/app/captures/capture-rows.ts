// Captures as rows of the index.
import { join, relative } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Capture, captureSchema } from "../../contract/captures.ts";

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  terminal: z.string(),
  folder: z.string(),
  is_whole: z.number(),
  redactions: z.number(),
  bytes: z.number(),
  clock_ahead: z.number().nullable(),
  zone: z.number().nullable(),
  is_pinned: z.number(),
});
const partSchema = z.object({
  source: z.string(),
  file: z.string(),
  lines: z.number(),
  bytes: z.number(),
  note: captureSchema.shape.parts.element.shape.note,
});

export function insertCapture(
  database: DatabaseSync,
  capture: Capture,
  { name, identity, root }: { readonly name: string; readonly identity: unknown; readonly root: string },
): void {
  const { id, at, folder, isWhole, redactions, bytes, clockAhead, zone, parts } = capture;
  database
    .prepare(
      "INSERT INTO captures (id, at, terminal, identity, folder, is_whole, redactions, bytes, clock_ahead, zone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      id,
      at,
      name,
      JSON.stringify(identity),
      relative(root, folder),
      isWhole ? 1 : 0,
      redactions,
      bytes,
      clockAhead,
      zone,
    );
  const insert = database.prepare(
    "INSERT INTO parts (capture, source, file, lines, bytes, note) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const { source, path, lines, bytes: size, note } of parts) {
    insert.run(id, source, relative(folder, path), lines, size, note);
  }
}

/** The latest first. */
export function listCaptures(database: DatabaseSync, root: string, terminal: string | null): readonly Capture[] {
  const parts = database.prepare("SELECT * FROM parts WHERE capture = ? ORDER BY file");
  return database
    .prepare("SELECT * FROM captures WHERE ?1 IS NULL OR terminal = ?1 ORDER BY at DESC, id")
    .all(terminal)
    .map((raw) => {
      const { is_whole, clock_ahead, is_pinned, folder, ...row } = rowSchema.parse(raw);
      const whole = join(root, folder);
      return {
        ...row,
        folder: whole,
        isWhole: is_whole === 1,
        clockAhead: clock_ahead,
        isPinned: is_pinned === 1,
        parts: parts.all(row.id).map((each) => {
          const { file, ...part } = partSchema.parse(each);
          return { ...part, path: join(whole, file) };
        }),
      };
    });
}
