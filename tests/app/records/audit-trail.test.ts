import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { DatabaseSync } from "node:sqlite";
import { appendAudit, verifyAudit } from "../../../electron/app/records/audit-trail.ts";
import type { Records } from "../../../electron/app/records/records.ts";
import type { AuditReport } from "../../../electron/contract/history.ts";
import { makeRecords } from "../make-records.ts";

/** Records with five entries. */
function makeTrail(): Records {
  const records = makeRecords(undefined, () => Date.UTC(2026, 10, 22, 8));
  for (const push of ["a", "b", "c", "d", "e"])
    records.write((database) => appendAudit(records, database, { event: "push-ended", content: { push } }));
  return records;
}

function verify(records: Records, head: string | null = null): AuditReport | null {
  const report = records.read((database) => verifyAudit(database, head));
  return report.ok ? report.value : null;
}

/** As somebody with a database program would, who has removed the triggers first. */
function tamper(records: Records, script: string): void {
  records.write((database) => {
    for (const name of ["audit_is_not_changed", "audit_is_not_shortened", "audit_grows_at_its_end"])
      database.exec(`DROP TRIGGER ${name}`);
    database.exec(script);
  });
}

test("a trail as it was written is whole, and its head is the last entry's hash", () => {
  const records = makeTrail();
  const row = records.read((database) => database.prepare("SELECT * FROM audit WHERE place = 1").get());
  const first = row.ok ? row.value : null;
  const expected = createHash("sha256")
    .update(JSON.stringify([1, "2026-11-22T08:00:00.000Z", "tester", "push-ended", '{"push":"a"}', ""]))
    .digest("hex");
  const report = verify(records);
  expect([first?.["hash"], report?.entries, report?.broken]).toEqual([expected, 5, null]);
});

test.each<[string, string, number, string]>([
  ["a changed outcome", `UPDATE audit SET content = '{"push":"x"}' WHERE place = 3`, 3, "altered"],
  ["a changed person", `UPDATE audit SET who = 'nobody' WHERE place = 1`, 1, "altered"],
  ["a changed time", `UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE place = 5`, 5, "altered"],
  ["a removed entry", `DELETE FROM audit WHERE place = 2`, 3, "gap"],
  ["a removed first entry", `DELETE FROM audit WHERE place = 1`, 2, "gap"],
  [
    "a removed entry with the others moved up",
    `DELETE FROM audit WHERE place = 2; UPDATE audit SET place = place - 1 WHERE place > 2`,
    2,
    "unlinked",
  ],
  [
    "two entries exchanged",
    `UPDATE audit SET place = 99 WHERE place = 2; UPDATE audit SET place = 2 WHERE place = 3; UPDATE audit SET place = 3 WHERE place = 99`,
    2,
    "unlinked",
  ],
  [
    "an entry put at the end with a made-up hash",
    `INSERT INTO audit SELECT 6, at, who, event, content, hash, 'ff' FROM audit WHERE place = 5`,
    6,
    "altered",
  ],
])("%s is found", (_name, script, place, reason) => {
  const records = makeTrail();
  tamper(records, script);
  expect(verify(records)?.broken).toEqual({ place, reason });
});

test("entries cut off at the end show only to who kept the head", () => {
  const records = makeTrail();
  const head = verify(records)?.head ?? "";
  tamper(records, "DELETE FROM audit WHERE place > 3");
  expect([verify(records)?.broken, verify(records, head)?.broken]).toEqual([
    null,
    { place: 4, reason: "head-missing" },
  ]);
});

test("a head that was noted down earlier is found again when the trail has grown", () => {
  const records = makeTrail();
  const head = verify(records)?.head ?? "";
  records.write((database) => appendAudit(records, database, { event: "signed-in", content: {} }));
  expect(verify(records, head)?.broken).toBeNull();
});

test.each<[string, (database: DatabaseSync) => void]>([
  ["changed", (database) => database.exec("UPDATE audit SET who = 'x'")],
  ["removed", (database) => database.exec("DELETE FROM audit")],
  [
    "replaced",
    (database) =>
      database.exec(
        "INSERT OR REPLACE INTO audit SELECT 2, at, who, event, content, previous, hash FROM audit WHERE place = 1",
      ),
  ],
])("an entry cannot be %s through the app's own database", (_name, change) => {
  const records = makeTrail();
  const done = records.write(change);
  expect([done.ok ? null : done.failure.details["reason"] !== undefined, verify(records)?.entries]).toEqual([true, 5]);
});
