// One run: push under faults, let time pass, settle as the next start does; and everything that must hold on the way.
import { FailureError } from "../../../../electron/core/failures/failure.ts";
import type { DialectSession, Reading } from "../../../../electron/core/dialects/dialect.ts";
import type { PushJournal } from "../../../../electron/core/push/journal.ts";
import type { PushTest } from "../../../../electron/core/push/push-test.ts";
import { push, type PushRequest } from "../../../../electron/core/push/push.ts";
import { resume } from "../../../../electron/core/push/resume.ts";
import { type Fault, type FaultKind, printFault, type Step } from "./faults.ts";
import { Killed, task, World } from "./faulty-push.ts";
import { ModelTerminal, type Mutant } from "./model-terminal.ts";
import type { PlanKind } from "./plan-kinds.ts";

export interface Scenario {
  readonly kind: PlanKind;
  readonly isGuarded: boolean;
  readonly isTested: boolean;
  /** Whether the app comes back before the terminal has gone back by itself. */
  readonly isHasty: boolean;
  /** Whether somebody else on the network has what the terminal is to get. */
  readonly isTaken?: boolean;
  readonly faults: readonly Fault[];
  readonly mutant?: Mutant;
  /** Leaves out a safeguard on this side. */
  readonly spoil?: (parts: Parts) => Parts;
}

export interface Parts {
  readonly session: DialectSession;
  readonly journal: PushJournal;
}

export interface Run {
  readonly steps: readonly Step[];
  /** Whether every fault's time came. */
  readonly met: boolean;
  /** What did not hold; empty when all was well. */
  readonly violations: readonly string[];
  /** How the journal says it ended. */
  readonly end: string;
}

const closed = ["confirmed", "rolled-back", "refused"];
/** Starts of the app until a person would ask for help. */
const starts = 4;

export async function simulate(scenario: Scenario): Promise<Run> {
  const { kind } = scenario;
  const terminal = new ModelTerminal(kind.files, scenario.isGuarded, scenario.mutant);
  const world = new World(terminal, scenario.faults, scenario.isTaken);
  const before = kind.read(terminal);
  const violations: string[] = [];
  const note = (moment: string, problem: string | null): void => {
    if (problem !== null) violations.push(`${moment}: ${problem} [${terminal.describe()}]`);
  };
  await start(() => push(makeRequest(scenario, world), task));
  terminal.wait(scenario.isHasty ? 2 : 500);
  if (!scenario.isHasty) note("left alone", findStranded(scenario, world));
  note("left alone", findLie(scenario, world));
  for (let round = 0; round < starts && !isClosed(world); round++) {
    if (round > 0) world.repair();
    const advice = await settle(scenario, world, before);
    note(`start ${round + 1}`, findLie(scenario, world));
    if (advice?.startsWith("restart")) terminal.reboot();
    terminal.wait(500);
  }
  note("in the end", isClosed(world) ? null : `the journal says ${lastState(world)}`);
  note("in the end", findMixture(scenario, world));
  terminal.wait(5000);
  note("long after", findLie(scenario, world));
  const end = `${lastState(world)}`;
  return { steps: world.steps, met: world.met.size === scenario.faults.length, violations, end };
}

const probe: PushTest = {
  test: { kind: "duplicate", interface: "eth0", address: "192.168.1.77" },
  required: true,
  seconds: 4,
  when: "before",
};

function makeRequest({ kind, isTested, spoil }: Scenario, world: World): PushRequest {
  const parts = { session: world.createSession(kind.read), journal: world.createJournal() };
  return {
    ...(spoil?.(parts) ?? parts),
    id: "p1",
    plan: kind.plan,
    isFresh: () => true,
    override: false,
    revertSeconds: 90,
    tests: isTested ? [probe, { test: { kind: "link", interface: "eth0" }, required: true, seconds: 5 }] : [],
    onArmed: () => undefined,
  };
}

/** What a person was told to do, if anything. */
async function settle({ kind, spoil }: Scenario, world: World, before: Reading): Promise<string | null> {
  const parts = { session: world.createSession(kind.read), journal: world.createJournal() };
  const entry = { id: "p1", plan: kind.plan, before, state: "applying", wayBack: null, isDecided: false } as const;
  const { session, journal } = spoil?.(parts) ?? parts;
  const pushed = await start(() => resume({ session, entry, journal }, task));
  return pushed?.failure?.code ?? null;
}

/** Null when the app was killed or the line lost. */
async function start<Ended>(run: () => Promise<Ended>): Promise<Ended | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Killed || error instanceof FailureError) return null;
    throw error;
  }
}

function lastState({ journal }: World): string {
  // A push of which nothing was written down was not begun.
  return journal.at(-1)?.state ?? "refused";
}

function isClosed(world: World): boolean {
  return closed.includes(lastState(world));
}

/** What the terminal was meant to be left with when nobody came back. */
function findStranded({ kind, isGuarded, faults }: Scenario, { terminal }: World): string | null {
  const excuses: readonly FaultKind[] = ["the watchdog is killed", "rollback fails from here"];
  const isExcused = !isGuarded || faults.some((fault) => excuses.includes(fault.kind));
  const isWhole = terminal.files.every((each) => each === terminal.files[0]);
  // Cut off between two files: the marker is there to end it.
  if (terminal.marker !== null) return null;
  if (!isWhole && (terminal.folder === null || !isExcused)) return "a mixture persists";
  if (isExcused || terminal.isDiskFull) return null;
  if (kind.runs && (terminal.running === "mixed" || terminal.running !== (terminal.files[0] ?? terminal.running)))
    return "something else runs than persists";
  const isOver = terminal.folder === null || ["begun", "kept", "restored"].includes(terminal.folder.phase);
  return isOver ? null : "the terminal is still armed";
}

/** A journal that says how it ended must be right, then and later. */
function findLie({ kind, isTaken }: Scenario, world: World): string | null {
  const { terminal } = world;
  const state = lastState(world);
  if (isTaken && world.journal.some((each) => each.state === "applying"))
    return "an address that somebody has is applied";
  const isDecided = world.journal.some((each) => each.state === "confirming" || each.state === "confirmed");
  if (!isDecided && terminal.files.includes("new")) return "it lasts before that was decided";
  // What only runs is forgotten by a restart, and that is said.
  if (!closed.includes(state) || (kind.files === 0 && terminal.restarts > 0)) return null;
  const version = state === "confirmed" ? "new" : "old";
  const isSo = listVersions(kind, terminal).every((each) => each === version);
  return isSo ? null : `the journal says ${state}`;
}

function findMixture({ kind }: Scenario, { terminal }: World): string | null {
  const versions = new Set(listVersions(kind, terminal));
  return versions.size === 1 && !versions.has("mixed") ? null : "neither the old nor the new settings";
}

function listVersions({ runs }: PlanKind, { files, running }: ModelTerminal): readonly string[] {
  return runs ? [...files, running] : files;
}

export function printScenario({ kind, isGuarded, isTested, isHasty, isTaken, faults }: Scenario): string {
  const traits = [
    isGuarded ? "guarded" : "unguarded",
    ...(isTested ? ["tested"] : []),
    ...(isTaken ? ["taken"] : []),
    ...(isHasty ? ["hasty"] : []),
  ];
  return `${kind.name} (${traits.join(", ")}): ${faults.map(printFault).join("; ")}`;
}
