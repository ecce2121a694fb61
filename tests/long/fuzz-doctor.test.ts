// As tests/serial/doctor/fuzz.test.ts, fifty times as long and from another seed.
import { expect, test } from "vitest";
import { fuzz } from "../contracts/fuzz.ts";
import { doctorTargets } from "../serial/doctor/fuzz-targets.ts";

test.each(doctorTargets.map((target) => [target.name, target] as const))(
  "%s: a million damaged answers make nothing throw",
  async (_, target) => {
    expect(await fuzz(target, 1_000_000, 2)).toBeGreaterThan(5_000_000);
  },
);
