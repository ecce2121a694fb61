// What was followed on a port and not ended: a cable that is pulled leaves the program there, and it takes every key until it
// is interrupted. Kept on the disk, because the next process may be another one.
import { z } from "zod";
import type { Records } from "./records.ts";

/** Milliseconds; later the terminal has had its daily restart. */
const lasts = 24 * 60 * 60 * 1000;
const rowSchema = z.object({ at: z.string() });

/** What cannot be noted is followed all the same. */
export function noteRunning(records: Records, port: string): void {
  records.write((database) =>
    database.prepare("INSERT OR REPLACE INTO left_running (port, at) VALUES (?, ?)").run(port, records.now()),
  );
}

export function forgetRunning(records: Records, port: string): void {
  records.write((database) => database.prepare("DELETE FROM left_running WHERE port = ?").run(port));
}

export function isLeftRunning(records: Records, port: string): boolean {
  const found = records.read((database) => database.prepare("SELECT at FROM left_running WHERE port = ?").get(port));
  const row = found.ok ? rowSchema.safeParse(found.value) : null;
  return row?.success === true && Date.parse(records.now()) - Date.parse(row.data.at) < lasts;
}
