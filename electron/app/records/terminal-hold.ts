// One push at a time on one terminal, whichever instance of the app and whichever port it comes by: a row that names the
// process that pushes. A row of a process that is gone binds nobody. (The terminal's own lock keeps other PCs out.)
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { readProcessMark } from "./process-mark.ts";
import { nameTerminal, type PushedTerminal } from "./pushed-terminal.ts";

const holdSchema = z.object({ push: z.string(), pid: z.number(), mark: z.string() });

/** Pushes of this process that are under way: a row that could not be removed does not bind this process for ever. */
const underWay = new Set<string>();

/** False when somebody else has it. Within a transaction. */
export function takeHold(database: DatabaseSync, terminal: PushedTerminal, push: string): boolean {
  const names = nameTerminal(terminal);
  if (names.some((name) => isHeld(database, name))) return false;
  const mark = readProcessMark(process.pid) ?? "";
  const insert = database.prepare("INSERT OR REPLACE INTO holds (terminal, push, pid, mark) VALUES (?, ?, ?, ?)");
  for (const name of names) insert.run(name, push, process.pid, mark);
  underWay.add(push);
  return true;
}

export function isTerminalHeld(database: DatabaseSync, terminal: PushedTerminal): boolean {
  return nameTerminal(terminal).some((name) => isHeld(database, name));
}

/** Before the row is removed: should that fail, the row binds nobody all the same. */
export function forgetHold(push: string): void {
  underWay.delete(push);
}

export function removeHold(database: DatabaseSync, push: string): void {
  database.prepare("DELETE FROM holds WHERE push = ?").run(push);
}

function isHeld(database: DatabaseSync, name: string): boolean {
  const row = database.prepare("SELECT push, pid, mark FROM holds WHERE terminal = ?").get(name);
  if (row === undefined) return false;
  const { push, pid, mark } = holdSchema.parse(row);
  if (pid === process.pid && mark === (readProcessMark(pid) ?? "")) return underWay.has(push);
  const now = readProcessMark(pid);
  return now !== null && now === mark;
}
