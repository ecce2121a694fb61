// The audit trail: every entry carries the hash of the one before it, so that a change, a gap or a swap inside shows.
//
//   hash(n) = SHA-256 of JSON [place, at, who, event, content, hash(n - 1)], hexadecimal; the first one's previous is ""
//
// Not detected: entries cut off at its end, and a trail rewritten as a whole. Both show when somebody kept an earlier head.
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { AuditReport } from "../../contract/history.ts";
import type { Records } from "./records.ts";

const entrySchema = z.object({
  place: z.number(),
  at: z.string(),
  who: z.string(),
  event: z.string(),
  content: z.string(),
  previous: z.string(),
  hash: z.string(),
});

type Entry = z.infer<typeof entrySchema>;

export type AuditEvent = "push-begun" | "push-ended" | "push-cut-off" | "push-accepted" | "signed-in";

/** Within the transaction of what it tells. */
export function appendAudit(records: Records, database: DatabaseSync, told: { event: AuditEvent; content: unknown }) {
  const last = database.prepare("SELECT place, hash FROM audit ORDER BY place DESC LIMIT 1").get();
  const entry = {
    place: Number(last?.["place"] ?? 0) + 1,
    at: records.now(),
    who: records.who,
    event: told.event,
    content: JSON.stringify(told.content),
    previous: String(last?.["hash"] ?? ""),
  };
  database
    .prepare("INSERT INTO audit (place, at, who, event, content, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
    .run(entry.place, entry.at, entry.who, entry.event, entry.content, entry.previous, hashEntry(entry));
}

/** `knownHead`: a head that somebody kept; it must still be one of the entries. */
export function verifyAudit(database: DatabaseSync, knownHead: string | null): AuditReport {
  let entries = 0;
  let head: string | null = null;
  let hasKnown = false;
  for (const row of database.prepare("SELECT * FROM audit ORDER BY place").iterate()) {
    const parsed = entrySchema.safeParse(row);
    const reason = parsed.success ? judgeEntry(parsed.data, { place: entries + 1, previous: head ?? "" }) : "altered";
    if (reason !== null || !parsed.success) {
      return { entries, head, broken: { place: Number(row["place"]), reason: reason ?? "altered" } };
    }
    entries += 1;
    head = parsed.data.hash;
    hasKnown ||= head === knownHead;
  }
  const isCut = knownHead !== null && !hasKnown;
  return { entries, head, broken: isCut ? { place: entries + 1, reason: "head-missing" } : null };
}

function judgeEntry(entry: Entry, expected: { readonly place: number; readonly previous: string }) {
  if (entry.place !== expected.place) return "gap";
  if (entry.previous !== expected.previous) return "unlinked";
  return entry.hash === hashEntry(entry) ? null : "altered";
}

function hashEntry({ place, at, who, event, content, previous }: Omit<Entry, "hash">): string {
  return createHash("sha256")
    .update(JSON.stringify([place, at, who, event, content, previous]))
    .digest("hex");
}
