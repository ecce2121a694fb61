// No crash, no hang, no memory without limit, and back in step afterwards. A million inputs each: tests/long/fuzz.test.ts.
import { expect, test } from "vitest";
import { fuzz } from "../contracts/fuzz.ts";
import { fuzzTargets } from "../contracts/fuzz-targets.ts";
import { textFuzzTargets } from "../contracts/text-fuzz-targets.ts";

test.each([...fuzzTargets, ...textFuzzTargets].map((target) => [target.name, target] as const))(
  "%s bear twenty thousand damaged inputs",
  async (_, target) => {
    expect(await fuzz(target, 20_000)).toBeGreaterThan(100_000);
  },
  30_000,
);
