import { expect, test } from "vitest";
import { disguises, findSurvivors } from "../core/logs/planted-secrets.ts";

test.each(Object.entries(disguises))(
  "of 100,000 planted numbers, tracks, PIN blocks and keys none survives %s",
  (_name, make) => {
    expect(findSurvivors(make, { of: 100_000, seed: 20_261_122 })).toEqual([]);
  },
);
