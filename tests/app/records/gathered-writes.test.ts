import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { GatheredWrites } from "../../../electron/app/records/gathered-writes.ts";
import { makeRecords } from "../make-records.ts";

/** Numbers; a negative one will not stand with others, and 0 throws. */
function makeWrites(): { readonly writes: GatheredWrites<number, number>; readonly said: string[] } {
  const said: string[] = [];
  const alone = async (job: number): Promise<number> => {
    said.push(`alone ${job}`);
    if (job === 0) throw new Error("zero");
    return job * 10;
  };
  const together = async (jobs: readonly number[]): Promise<readonly number[] | null> => {
    said.push(`together ${jobs.join(" ")}`);
    if (jobs.includes(0)) throw new Error("zero");
    return jobs.some((job) => job < 0) ? null : jobs.map((job) => job * 10);
  };
  return { writes: new GatheredWrites({ together, alone }), said };
}

test("what is asked for in one turn is written together, and each has its own answer", async () => {
  const { writes, said } = makeWrites();
  const values = await Promise.all([1, 2, 3].map((job) => writes.add(job)));
  const later = await writes.add(4);
  expect([values, later, said]).toEqual([[10, 20, 30], 40, ["together 1 2 3", "alone 4"]]);
});

test("one that will not stand, or throws, takes nobody with it", async () => {
  const { writes, said } = makeWrites();
  const undone = await Promise.all([writes.add(1), writes.add(-2)]);
  const thrown = await Promise.allSettled([writes.add(0), writes.add(3)]);
  expect([undone, thrown.map(({ status }) => status), said]).toEqual([
    [10, -20],
    ["rejected", "fulfilled"],
    ["together 1 -2", "alone 1", "alone -2", "together 0 3", "alone 0", "alone 3"],
  ]);
});

test("thirty-two terminals that are noted at once are one transaction: nobody sees a part of it", async () => {
  const records = makeRecords();
  records.write((database) => database.exec("CREATE TABLE noted (place INTEGER)"));
  const located = records.read((database) => database.location());
  const other = new DatabaseSync((located.ok && located.value) || "");
  const look = (): number => Number(other.prepare("SELECT COUNT(*) AS count FROM noted").get()?.["count"]);
  const seen = await Promise.all(
    Array.from({ length: 32 }, (_, place) =>
      records.writeSoon((database) => {
        database.prepare("INSERT INTO noted VALUES (?)").run(place);
        return look();
      }),
    ),
  );
  const after = look();
  other.close();
  expect([new Set(seen.map((each) => each.ok && each.value)), after]).toEqual([new Set([0]), 32]);
});
