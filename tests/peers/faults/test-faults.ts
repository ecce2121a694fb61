// The tests of every kind of fault on one carrier: after each the terminal has exactly the old or exactly the new settings,
// running and kept, and the history says which, at the latest once the next connection has settled it.
//
//   COUNTERPART_FAULT_SEED=N    other positions
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../line-faults.ts";
import { findObstacle, type Need } from "../system-packages.ts";
import type { Carrier } from "./carrier.ts";
import { faultKinds } from "./fault-kinds.ts";
import type { Dialogue } from "./fault-kinds.ts";
import { measureDialogue, strike } from "./strike.ts";

const seed = Number(process.env["COUNTERPART_FAULT_SEED"] ?? 20_261_122);
const known = ["confirmed", "rolled-back", "refused"];

const blows = faultKinds.flatMap((kind) =>
  Array.from({ length: kind.times }, (_, index) => ({ kind, name: kind.name, index })),
);

export function testFaults(name: string, need: Need, start: () => Promise<Carrier>): void {
  describe(`faults on ${name}`, () => {
    const obstacle = findObstacle(need);
    let carrier: Carrier;
    let dialogue: Dialogue;

    beforeAll(async () => {
      if (obstacle !== null) return;
      carrier = await start();
      dialogue = await measureDialogue(carrier);
    }, 240_000);
    afterEach(() => carrier?.restore());
    afterAll(() => carrier?.close());

    test.skipIf(obstacle !== null).for(blows)(`$name ($index, seed ${seed})`, async ({ kind, index }) => {
      const random = createRandom(seed + 1000 * index + faultKinds.indexOf(kind));
      const struck = await strike(carrier, { kind, dialogue, random });
      const ends = kind.ends ?? known;
      const isRight = struck.state === (struck.said === "confirmed" ? "new" : "old") && ends.includes(struck.said);
      expect([isRight && (kind.firsts ?? [struck.first]).includes(struck.first), { seed, ...struck }]).toEqual([
        true,
        expect.anything(),
      ]);
    });
  });
}
