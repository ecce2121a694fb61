// As tests/core/fuzz.test.ts, fifty times as long and from another seed.
import { expect, test } from "vitest";
import { fuzz } from "../contracts/fuzz.ts";
import { fuzzTargets } from "../contracts/fuzz-targets.ts";

test.each(fuzzTargets.map((target) => [target.name, target] as const))(
  "%s bear a million damaged inputs",
  async (_, target) => {
    expect(await fuzz(target, 1_000_000, 2)).toBeGreaterThan(5_000_000);
  },
);
