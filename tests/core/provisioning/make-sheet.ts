import type { CellKind, Sheet } from "../../../electron/core/provisioning/sheet.ts";

/** A cell is its text, or its text and how it came by it. */
export type CellLike = string | readonly [string, CellKind];

export function makeSheet(...rows: readonly (readonly CellLike[])[]): Sheet {
  return {
    name: "",
    rows: rows.map((cells, at) => ({
      cells: cells.map((cell) =>
        typeof cell === "string" ? { text: cell, kind: "text" as const } : { text: cell[0], kind: cell[1] },
      ),
      line: at + 1,
    })),
  };
}
