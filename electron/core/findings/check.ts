// settings (+ what else is known) -> findings, each with its values, its sentence, and corrections proven by these rules.
// Every rule of the registry looks at the same parsed facts; the order of interfaces and routes makes no difference.
// Ordered by severity, then interface, then the registry, where causes come before their consequences.
import type { NetworkSettings } from "../settings/network-settings.ts";
import type { CheckContext } from "./check-context.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Finding, Verdict } from "./finding.ts";
import { indexFleet } from "./fleet.ts";
import { type FleetIndex, FleetPromises } from "./fleet-place.ts";
import { judge } from "./judge.ts";
import { type Observed, observeAll } from "./observe.ts";
import { Adviser } from "./offer-corrections.ts";
import type { PolicyLevel } from "./policy/site-policy.ts";
import { gatherFacts, type TerminalFacts } from "./terminal-facts.ts";

const nothingElse: CheckContext = {};

const weights: Readonly<Record<PolicyLevel, number>> = { error: 0, warning: 1, info: 2, off: 3 };

export interface Checked {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** What the site's policy switched off: told apart, so that nothing disappears silently. */
  readonly switchedOff: readonly Finding[];
}

export function check(settings: NetworkSettings, context: CheckContext = nothingElse): readonly Finding[] {
  return findAll(gatherFacts(settings, context)).findings;
}

/** The findings, what a policy switched off, and the verdict. */
export function checkAndJudge(settings: NetworkSettings, context: CheckContext = nothingElse): Checked {
  return judgeFacts(gatherFacts(settings, context));
}

/** Every terminal in the light of the others, in the same order. `tellNumber`: which one it is for whoever reads the list. */
export function checkFleet(
  fleet: readonly NetworkSettings[],
  context: Omit<CheckContext, "fleet"> = nothingElse,
  tellNumber: (place: number) => number = (place) => place + 1,
): readonly Checked[] {
  const gathered = fleet.map((settings) => gatherFacts(settings, context));
  const index: FleetIndex = indexFleet(gathered, tellNumber);
  const promises = new FleetPromises();
  const terminals = gathered.map((facts, self) => ({
    ...facts,
    context: { ...context, fleet: { index, self, promises } },
  }));
  const seen = terminals.map(observeAll);
  const checked: Checked[] = [];
  for (const place of orderPlaces(fleet, seen)) {
    const terminal = terminals[place];
    if (terminal !== undefined) checked[place] = judgeFacts(terminal, seen[place]);
  }
  return checked;
}

/** What they say of themselves decides who is offered an address first, not their order in the fleet. */
function orderPlaces(fleet: readonly NetworkSettings[], seen: readonly (readonly Observed[])[]): readonly number[] {
  const texts = fleet.map((settings, place) => (seen[place]?.length === 0 ? "" : JSON.stringify(settings)));
  const order = fleet.map((_, place) => place);
  return order.toSorted((one, other) => {
    const [first = "", second = ""] = [texts[one], texts[other]];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}

function judgeFacts(terminal: TerminalFacts, everything: readonly Observed[] = observeAll(terminal)): Checked {
  const { findings, switchedOff } = findAll(terminal, everything);
  return { findings, verdict: judge(findings, terminal.settings), switchedOff };
}

function findAll(
  terminal: TerminalFacts,
  everything: readonly Observed[] = observeAll(terminal),
): Omit<Checked, "verdict"> {
  const sorted = everything.length < 2 ? everything : everything.toSorted(compareObserved);
  const adviser = new Adviser(terminal, everything);
  const findings: Finding[] = [];
  const switchedOff: Finding[] = [];
  for (const observed of sorted) {
    const description = describeFinding(terminal, observed);
    if (observed.level === "off") switchedOff.push({ ...description, corrections: [] });
    else findings.push({ ...description, corrections: adviser.offer(observed) });
  }
  return { findings, switchedOff };
}

/** Findings of the whole terminal come last. */
function compareObserved(one: Observed, other: Observed): number {
  return (
    weights[one.level] - weights[other.level] || compareNames(one.interface, other.interface) || one.place - other.place
  );
}

function compareNames(one: string | null, other: string | null): number {
  if (one === other) {
    return 0;
  }
  return other === null || (one !== null && one < other) ? -1 : 1;
}
