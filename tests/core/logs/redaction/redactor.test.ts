import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Redactor } from "../../../../electron/core/logs/redaction/redactor.ts";
import { redactLines } from "../../../../electron/core/logs/redaction/redact-lines.ts";
import { makeCardNumber, maskExpected } from "../card-numbers.ts";
import { writeOrdinaryLine } from "../ordinary-lines.ts";
import { disguises, findSurvivors, shows } from "../planted-secrets.ts";
import { createDraws } from "../seeded-draws.ts";

// All of 100,000, of another seed: tests/long/redaction.test.ts.
describe("10,000 planted numbers, tracks, PIN blocks and keys", { timeout: 60_000 }, () => {
  test.each(Object.entries(disguises))("none survives %s", (_name, make) => {
    expect(findSurvivors(make, { of: 10_000, seed: 20_261_123 })).toEqual([]);
  });

  test.each(Object.entries(disguises))("a thief would read %s without redaction", (_name, make) => {
    const draws = createDraws(3);
    const plants = Array.from({ length: 200 }, () => make(draws));
    expect(plants.filter((plant) => !shows(plant.lines, plant))).toEqual([]);
  });
});

/** Anything that a log may hold, secrets among it; a plain line keeps one dump's rows from the next thing that looks like one. */
const lines = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 6 }), fc.array(fc.string({ unit: "binary" })))
  .map(([seed, count, noise]) => {
    const draws = createDraws(seed);
    const parts = Array.from({ length: count }, () =>
      draws.below(2) === 0 ? [writeOrdinaryLine(draws)] : [...draws.pick(Object.values(disguises))(draws).lines, "--"],
    );
    return [...parts.flat(), ...noise.flatMap((line) => [line.replaceAll(/[\r\n]/g, " "), "--"])];
  });

test("redacting what is redacted changes nothing and counts nothing", () => {
  fc.assert(
    fc.property(lines, (given) => {
      const once = redactLines(given).lines;
      expect(redactLines(once)).toEqual({ lines: once, count: 0 });
    }),
    { numRuns: 1500 },
  );
}, 60_000);

test("lines keep their number and their lengths, so that offsets and columns stay right", () => {
  fc.assert(
    fc.property(lines, (given) => {
      expect(redactLines(given).lines.map(({ length }) => length)).toEqual(given.map(({ length }) => length));
    }),
    { numRuns: 300 },
  );
});

test("ordinary numbers stay readable: under one line in a thousand loses a character", () => {
  const draws = createDraws(8);
  const given = Array.from({ length: 50_000 }, () => writeOrdinaryLine(draws));
  const changed = redactLines(given).lines.filter((line, at) => line !== given[at]);
  process.stdout.write(`redaction: ${changed.length} of ${given.length} lines of ordinary numbers lost a character\n`);
  expect(changed.length).toBeLessThan(given.length / 1000);
}, 60_000);

test("what is hidden is counted by its kind", () => {
  const redactor = new Redactor();
  const [one, two] = [makeCardNumber("622588", 19, []), makeCardNumber("4", 16, [])];
  for (const line of [`a ${one}`, `${two} ${one}`, `;${one}=25122010000000000?`, "PIN block: 0123456789abcdef"]) {
    redactor.push(line);
  }
  redactor.push("tmk=0123456789abcdef0123456789abcdef");
  redactor.end();
  expect(redactor.counts).toEqual({ "card-number": 3, track: 1, pin: 1, key: 1, "card-data": 0, hex: 0 });
});

test("hex that is no message and long enough for card data goes as a whole", () => {
  expect(redactLines(["rx 8d21f3a96be5470c1f2e3d4c5b6a7988f0e1"]).lines).toEqual([`rx ${"*".repeat(36)}`]);
});

test("a dump without end is hidden as a whole, and what follows it is not", () => {
  const rows = Array.from({ length: 3000 }, () => "60 00 03 00 00 60 22 00 00 00 00 08 00 20 38 01");
  const { lines: redacted } = redactLines([...rows, "done"]);
  expect([redacted.join("").replace(/[* ]/g, ""), redacted.length]).toEqual(["done", 3001]);
});

test("a card number keeps its first six and last four digits between the other values of a line", () => {
  const number = makeCardNumber("622588", 19, []);
  expect(redactLines([`pan=${number} amount=12800 f39=91`]).lines).toEqual([
    `pan=${maskExpected(number)} amount=12800 f39=91`,
  ]);
});
