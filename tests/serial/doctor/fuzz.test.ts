import { expect, test } from "vitest";
import { fuzz } from "../../contracts/fuzz.ts";
import { doctorTargets } from "./fuzz-targets.ts";

test.each(doctorTargets.map((target) => [target.name, target] as const))(
  "%s: twenty thousand damaged answers make nothing throw",
  async (_, target) => {
    expect(await fuzz(target, 20_000)).toBeGreaterThan(100_000);
  },
  30_000,
);
