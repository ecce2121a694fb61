// Files that are dropped on the window beside the places for them: one of our own kinds goes to its screen, any other nowhere. A
// browser would show it in place of the window.
import type { Desk } from "../session/desk.ts";
import { findKind } from "./given-kind.ts";

export function takeDrops(desk: Desk): void {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    // A place of its own took it.
    if (event.defaultPrevented || file === undefined) return;
    event.preventDefault();
    const kind = findKind(file.name);
    if (kind !== null) void import("./open-given.ts").then(({ openDropped }) => openDropped(desk, kind, file));
  });
}
