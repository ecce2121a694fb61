import fc from "fast-check";
import { expect, test } from "vitest";
import { buildAutomaton } from "../../../../electron/core/logs/scan/automaton.ts";
import { scanLines } from "../../../../electron/core/logs/scan/scan-lines.ts";
import { secretNames } from "../../../../electron/core/logs/scan/suspicion.ts";
import { mayHoldSecret } from "../../../../electron/core/logs/redaction/may-hold-secret.ts";
import { redactLines } from "../../../../electron/core/logs/redaction/redact-lines.ts";
import { writeOrdinaryLine } from "../ordinary-lines.ts";
import { disguises } from "../planted-secrets.ts";
import { createDraws } from "../seeded-draws.ts";

const encoder = new TextEncoder();

interface Found {
  readonly text: string;
  readonly literals: readonly number[];
  readonly isSuspicious: boolean;
}

function scan(text: string, literals: readonly string[]): readonly Found[] {
  const bytes = encoder.encode(text);
  const automaton = buildAutomaton(literals.map((literal) => encoder.encode(literal)));
  const found: Found[] = [];
  scanLines(bytes, automaton, ({ from, to, ended, hits, isSuspicious }) => {
    const ends = Array.from(ended.subarray(0, hits)).flatMap((row) => automaton.ends[row / automaton.width] ?? []);
    found.push({
      text: new TextDecoder().decode(bytes.subarray(from, to)),
      literals: [...new Set(ends)].sort((a, b) => a - b),
      isSuspicious,
    });
  });
  return found;
}

test("literals are found wherever they stand, overlapping, in either case", () => {
  const word = fc.stringMatching(/^[abcA]{1,4}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
      fc.stringMatching(/^[abcABC ]{0,14}$/),
      (words, line) => {
        const lower = words.map((each) => each.toLowerCase());
        const expected = lower.flatMap((each, index) => (line.toLowerCase().includes(each) ? [index] : []));
        expect(scan(`${line}\n`, lower)[0]?.literals).toEqual(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test("lines are what stands between line ends, the last one too", () => {
  expect(scan("a\r\n\nb\rc\nlast", []).map(({ text }) => text)).toEqual(["a", "", "b\rc", "last"]);
});

test("whatever redaction would change is suspicious by its bytes or by a name", () => {
  const draws = createDraws(11);
  const missed: string[] = [];
  for (let count = 0; count < 1500; count++) {
    const lines = draws.below(3) === 0 ? [writeOrdinaryLine(draws)] : draws.pick(Object.values(disguises))(draws).lines;
    for (const line of lines) {
      const [found] = scan(line, secretNames);
      const isSeen = found?.isSuspicious === true || (found?.literals.length ?? 0) > 0;
      if (!isSeen && (mayHoldSecret(line) || redactLines([line]).lines[0] !== line)) missed.push(line);
    }
  }
  expect(missed).toEqual([]);
}, 30_000);
