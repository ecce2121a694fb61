// The patterns of a description on the engine that backtracks nowhere.
import { describe, expect, test } from "vitest";
import { loadPatterns, type Pattern } from "../../../../electron/core/dialects/text/patterns.ts";

const compile = await loadPatterns();

function make(source: string): Pattern {
  const pattern = compile(source);
  if (!pattern.ok) throw new Error(pattern.failure);
  return pattern.value;
}

/** Milliseconds, the best of three. */
function measure(pattern: Pattern, text: string): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      pattern.isIn(text);
      return performance.now() - start;
    }),
  );
}

describe("a pattern", () => {
  test("catches by name, the line's ends being the line's", () => {
    const pattern = make("^IP +: (?<address>\\S+)$");
    expect(pattern.catch("Name: x\nIP   : 10.0.0.5\nMask: y")).toEqual({ address: "10.0.0.5" });
  });

  test("leaves out a group that took no part", () => {
    expect(make('"(?<dns1>[0-9.]+)(?: (?<dns2>[0-9.]+))?"').catch('"9.9.9.9"')).toEqual({ dns1: "9.9.9.9" });
  });

  test.each(["(?=a)b", "(a)\\1", "(", "a**", "(?<n>a", "(((a{1,100}){1,100}){1,100})"])("%s is refused", (source) => {
    expect(compile(source).ok).toBe(false);
  });

  test("of more states than any answer needs is refused as too large", () => {
    expect(compile("(?:[a-z]{30}[0-9]{30}){20}")).toEqual({ ok: false, failure: "too large" });
  });

  test.each(["^(a+)+$", "^(a|a)*$", "(a*)*b", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)(.*)(.*)(.*)(.*)[^a]b"])(
    "%s, which ruins an engine that backtracks, takes at most thirty times as long on ten times the text",
    (source) => {
      const pattern = make(source);
      measure(pattern, "a".repeat(3000));
      const short = measure(pattern, `${"a".repeat(3000)}!`);
      const long = measure(pattern, `${"a".repeat(30_000)}!`);
      expect(long).toBeLessThan(Math.max(short, 1) * 30);
    },
  );

  test("is held against the end of an answer only, however long it is", () => {
    const pattern = make("begins");
    expect([pattern.isIn(`begins${"x".repeat(40_000)}`), pattern.isIn(`${"x".repeat(40_000)}begins`)]).toEqual([
      false,
      true,
    ]);
  });
});
