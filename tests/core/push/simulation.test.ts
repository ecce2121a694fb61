// Every fault at every step of every kind of plan, and then thousands of draws of several faults at once.
import { expect, test } from "vitest";
import type { Reading } from "../../../electron/core/dialects/dialect.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import type { Transition } from "../../../electron/core/push/journal.ts";
import { createRandom } from "../../peers/line-faults.ts";
import type { Mutant } from "./simulation/model-terminal.ts";
import { drawFaults, type Fault, type FaultKind, faultKinds, listFaults } from "./simulation/faults.ts";
import { type PlanKind, planKinds } from "./simulation/plan-kinds.ts";
import { printScenario, type Scenario, simulate } from "./simulation/simulate.ts";

const seed = 20_261_122;
const draws = 20_000;
/** Over all kinds of plan; another number means that a push has more or fewer steps, or faults were added. */
const pairCount = 17_312;

type Setting = Omit<Scenario, "faults">;

const settings: readonly Setting[] = planKinds.flatMap((kind: PlanKind) =>
  [true, false].flatMap((isGuarded) =>
    [true, false].flatMap((isTested) => [true, false].map((isHasty) => ({ kind, isGuarded, isTested, isHasty }))),
  ),
);

async function listPairs(setting: Setting): Promise<readonly Fault[]> {
  return listFaults((await simulate({ ...setting, faults: [] })).steps);
}

interface Ran {
  /** The first few that went wrong, each with what it needs to be run again. */
  readonly wrong: readonly string[];
  readonly summary: string;
  /** Runs in which every fault's time came. */
  readonly met: number;
}

async function runAll(scenarios: readonly Scenario[], enough = Infinity): Promise<Ran> {
  const wrong: string[] = [];
  const ends = new Map<string, number>();
  let met = 0;
  for (const scenario of scenarios) {
    if (wrong.length >= enough) break;
    const run = await simulate(scenario);
    ends.set(run.end, (ends.get(run.end) ?? 0) + 1);
    met += run.met ? 1 : 0;
    if (run.violations.length > 0 && wrong.length < 10) {
      wrong.push(`${printScenario(scenario)} -> ${run.violations.join(" | ")}`);
    }
  }
  const counts = [...ends].map(([end, count]) => `${count} ${end}`).join(", ");
  return { wrong, met, summary: `${scenarios.length} runs, ${met} of them with every fault met; in the end ${counts}` };
}

async function listAll(chosen: readonly Setting[]): Promise<readonly Scenario[]> {
  const lists = chosen.map(async (setting) =>
    (await listPairs(setting)).map((fault): Scenario => ({ ...setting, faults: [fault] })),
  );
  return (await Promise.all(lists)).flat();
}

function countKinds(scenarios: readonly Scenario[]): ReadonlyMap<FaultKind, number> {
  const counts = new Map<FaultKind, number>();
  for (const { kind } of scenarios.flatMap(({ faults }) => faults)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

test("without a fault every kind of plan is confirmed", async () => {
  const ends = await Promise.all(settings.map(async (setting) => (await simulate({ ...setting, faults: [] })).end));
  expect(new Set(ends)).toEqual(new Set(["confirmed"]));
});

test("every pair of a step and a fault ends with the old or the new settings, and the journal is right", async () => {
  const pairs = await listAll(settings);
  const { wrong, summary, met } = await runAll(pairs);
  const counts = countKinds(pairs);
  const list = [...counts].map(([kind, count]) => `${count} ${kind}`).join(", ");
  process.stdout.write(`push simulation, every pair of a step and a fault: ${summary}\n  ${list}\n`);
  expect([wrong, met, [...counts.keys()].toSorted()]).toEqual([[], pairCount, faultKinds.toSorted()]);
}, 60_000);

test("an address that somebody else has is never applied, whatever goes wrong while it is asked for", async () => {
  const taken = settings.filter(({ isTested }) => isTested).map((setting) => ({ ...setting, isTaken: true }));
  const { wrong, summary } = await runAll(await listAll(taken));
  process.stdout.write(`push simulation, a taken address and every pair: ${summary}\n`);
  expect([wrong, summary.includes("confirmed")]).toEqual([[], false]);
}, 60_000);

test(`so do ${draws} draws of up to three faults (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const pairs = await Promise.all(settings.map(listPairs));
  const scenarios = Array.from({ length: draws }, (): Scenario => {
    const place = Math.floor(random() * settings.length);
    const setting = settings[place];
    if (setting === undefined) throw new Error("no setting");
    return { ...setting, faults: drawFaults(random, pairs[place] ?? []) };
  });
  const { wrong, summary } = await runAll(scenarios);
  process.stdout.write(`push simulation, seed ${seed}: ${summary}\n`);
  expect(wrong).toEqual([]);
}, 60_000);

/** What a program says that believes its own commands. */
function pretendNew(read: Result<Reading>): Result<Reading> {
  if (!read.ok) return read;
  const wanted = { gateway: "192.168.1.254", dns: ["1.1.1.1"] };
  const interfaces = read.value.interfaces.map((each) => ({
    ...each,
    ipv4: each.ipv4 && { ...each.ipv4, ...wanted },
    running: each.running && { ...each.running, ipv4: each.running.ipv4 && { ...each.running.ipv4, ...wanted } },
  }));
  return { ok: true, value: { ...read.value, interfaces } };
}

/** What this side leaves out. */
const spoilers: readonly (readonly [string, NonNullable<Scenario["spoil"]>])[] = [
  [
    "the journal is written behind the step",
    ({ session, journal }) => {
      let late: Transition | null = null;
      const record = async (transition: Transition): Promise<void> => {
        if (late !== null) await journal.record(late);
        late = transition;
      };
      return { session, journal: { record } };
    },
  ],
  [
    "nothing is read back",
    ({ session, journal }) => {
      const first = session.readBack.bind(session);
      return { journal, session: { ...session, readBack: (names, own) => first(names, own).then(pretendNew) } };
    },
  ],
  [
    "the way back is forgotten before the end is known",
    ({ session, journal }) => ({
      journal,
      session: {
        ...session,
        apply: async (own) => {
          const applied = await session.apply(own);
          await session.finish("p1", own);
          return applied;
        },
      },
    }),
  ],
];

const mutants: readonly Mutant[] = [
  "no watchdog",
  "the watchdog does not heed the confirmation",
  "no marker",
  "what is tried lasts",
  "files one by one",
];

test.for([
  ...mutants.map((mutant) => [mutant, { mutant }] as const),
  ...spoilers.map(([name, spoil]) => [name, { spoil }] as const),
])("the enumeration notices when a safeguard is missing: %s", async ([, missing]) => {
  const guarded = settings.filter(({ isGuarded }) => isGuarded);
  const scenarios = await listAll(guarded.map((setting) => ({ ...setting, ...missing })));
  expect((await runAll(scenarios, 1)).wrong).toHaveLength(1);
});
