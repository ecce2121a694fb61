// As tests/long/fuzz.test.ts, for terminals that are described as data: a file of its own, so that it runs beside it.
import { expect, test } from "vitest";
import { fuzz } from "../contracts/fuzz.ts";
import { textFuzzTargets } from "../contracts/text-fuzz-targets.ts";

test.each(textFuzzTargets.map((target) => [target.name, target] as const))(
  "%s bear a million damaged inputs",
  async (_, target) => {
    expect(await fuzz(target, 1_000_000, 2)).toBeGreaterThan(5_000_000);
  },
);
