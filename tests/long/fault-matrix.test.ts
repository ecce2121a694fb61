// Every kind of fault on every carrier: after it the terminal has exactly the old or exactly the new settings, running and
// kept, and the history says which, at the latest once the next connection has settled it.
//
//   COUNTERPART_FAULT_SEED=N    other positions
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Carrier } from "../peers/faults/carrier.ts";
import { faultKinds } from "../peers/faults/fault-kinds.ts";
import { startMachineCarrier } from "../peers/faults/machine-carrier.ts";
import { startNamespaceCarrier } from "../peers/faults/namespace-carrier.ts";
import { type Dialogue, measureDialogue, strike } from "../peers/faults/strike.ts";
import { createRandom } from "../peers/line-faults.ts";
import { networkdStock, networkManagerStock, tillStock } from "../peers/managers/stock.ts";
import { findObstacle, type Need } from "../peers/system-packages.ts";

const seed = Number(process.env["COUNTERPART_FAULT_SEED"] ?? 20_261_122);
const known = ["confirmed", "rolled-back", "refused"];

const blows = faultKinds.flatMap((kind) =>
  Array.from({ length: kind.times }, (_, index) => ({ kind, name: kind.name, index })),
);

const carriers: readonly (readonly [string, Need, () => Promise<Carrier>])[] = [
  ["ifupdown in a namespace", "managers", () => startNamespaceCarrier(tillStock)],
  ["NetworkManager in a namespace", "managers", () => startNamespaceCarrier(networkManagerStock)],
  ["systemd-networkd in a namespace", "managers", () => startNamespaceCarrier(networkdStock)],
  ["a BusyBox machine", "machine", startMachineCarrier],
];

describe.each(carriers)("faults on %s", (_, need, start) => {
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

  test.skipIf(obstacle !== null).for(blows)(`$name ($index, seed ${seed})`, async ({ kind, name, index }) => {
    const random = createRandom(seed + 1000 * index + faultKinds.findIndex((each) => each.name === name));
    const struck = await strike(carrier, { kind, dialogue, random });
    const ends = kind.ends ?? known;
    const isRight = struck.state === (struck.said === "confirmed" ? "new" : "old") && ends.includes(struck.said);
    expect([isRight && (kind.firsts ?? [struck.first]).includes(struck.first), { seed, ...struck }]).toEqual([
      true,
      expect.anything(),
    ]);
  });
});
