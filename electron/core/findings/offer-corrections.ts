// candidates of a rule -> the corrections that are offered: each one applied to the settings in thought and judged by
// the same rules again. It stays when its finding is gone and no error is new; what evidence clearly outdoes is dropped.
//
// Judged again are the rules for single interfaces, on those that change, and the rules for the terminal as a whole:
// what the others look at stays the same. What all of it may cost has a limit, so that a terminal with hundreds of broken
// interfaces answers in time too; the findings that come last are then told without a correction.
import { applyParsed } from "../settings/apply-assignments.ts";
import { printAssignment } from "../settings/assignment.ts";
import { type Ipv4Address, scanIpv4 } from "../settings/ipv4.ts";
import { fillText } from "./fill-text.ts";
import type { Correction } from "./finding.ts";
import { isPromised, promise } from "./fleet-promises.ts";
import { nameObserved, type Observed, observeInterface, observeWhole } from "./observe.ts";
import type { Candidate } from "./rule.ts";
import { regatherFacts, type TerminalFacts } from "./terminal-facts.ts";
import { reasonsEn } from "./texts/en/reasons.ts";
import { reasonsZhCn } from "./texts/zh-cn/reasons.ts";

/** How much better the best one must be for another not to be worth showing. */
const outdone = 0.2;

/** Up to so many, looking through them is quicker than an index. */
const few = 16;

/** In things looked at: an ordinary terminal has about ten, and each candidate looks at all of them once. */
const budget = 12_000;

/** What it costs to look for candidates, besides a part of what there is to look at. */
const proposing = 64;

/** Offers corrections for the observations of one terminal. */
export class Adviser {
  readonly #terminal: TerminalFacts;
  readonly #everything: readonly Observed[];
  readonly #size: number;
  #errors: ReadonlySet<string> | null = null;
  #left = budget;

  constructor(terminal: TerminalFacts, everything: readonly Observed[]) {
    this.#terminal = terminal;
    this.#everything = everything;
    this.#size = measure(terminal);
  }

  /** Best first; equal confidences keep the rule's order. */
  offer(observed: Observed): readonly Correction[] {
    const { propose } = observed.rule;
    if (propose === undefined || this.#left < this.#size + proposing) {
      return [];
    }
    this.#left -= proposing + (this.#size >> 2);
    const candidates = propose(this.#terminal, observed);
    const sorted = candidates.length < 2 ? candidates : candidates.toSorted((a, b) => b.confidence - a.confidence);
    const proven: Candidate[] = [];
    for (const candidate of sorted) {
      const best = proven[0]?.confidence ?? 0;
      if (candidate.confidence <= best - outdone) break;
      if (!this.#isPromised(candidate) && this.#isProven(candidate, observed)) proven.push(candidate);
    }
    for (const candidate of proven) {
      for (const { name, address } of this.#listMoves(candidate)) promise(this.#terminal, name, address);
    }
    return proven.map(describe);
  }

  /** Another terminal of the fleet was offered the same address. */
  #isPromised(candidate: Candidate): boolean {
    return this.#listMoves(candidate).some(({ name, address }) => isPromised(this.#terminal, name, address));
  }

  /** The addresses that a candidate gives, where they are others than the present ones; none outside a fleet. */
  #listMoves({ set }: Candidate): readonly { readonly name: string; readonly address: Ipv4Address }[] {
    const { context, interfaces } = this.#terminal;
    if (context.fleet == null) return [];
    return set.flatMap(({ interface: name, field, value }) => {
      const address = field === "ipv4.address" ? scanIpv4(value.split("/", 1)[0] ?? "") : null;
      const isMove = address !== null && interfaces.find((one) => one.name === name)?.address !== address;
      return isMove ? [{ name, address }] : [];
    });
  }

  #isProven(candidate: Candidate, observed: Observed): boolean {
    this.#left -= this.#size;
    const after = this.#left < 0 ? null : applyParsed(this.#terminal.settings, candidate.set);
    if (!after?.ok || after.value === this.#terminal.settings) {
      return false;
    }
    const facts = regatherFacts(after.value, this.#terminal);
    const found: Observed[] = [];
    for (let place = 0; place < facts.places.length; place++) {
      const target = facts.places[place] ?? null;
      if (target !== null && target !== this.#terminal.places[place]) observeInterface(target, facts, found);
    }
    if (found.some((one) => this.#speaksAgainst(one, observed))) {
      return false;
    }
    const whole: Observed[] = [];
    observeWhole(facts, whole);
    return !whole.some((one) => this.#speaksAgainst(one, observed));
  }

  /** It is still there, or it is an error that was not. */
  #speaksAgainst(one: Observed, observed: Observed): boolean {
    return (
      (one.rule === observed.rule && one.interface === observed.interface) ||
      (one.level === "error" && !this.#isKnown(one))
    );
  }

  #isKnown(one: Observed): boolean {
    if (this.#everything.length <= few) {
      return this.#everything.some(
        (known) => known.level === "error" && known.rule === one.rule && known.interface === one.interface,
      );
    }
    this.#errors ??= new Set(this.#everything.filter(({ level }) => level === "error").map(nameObserved));
    return this.#errors.has(nameObserved(one));
  }
}

function measure({ settings, interfaces, otherServers }: TerminalFacts): number {
  const servers = interfaces.reduce((sum, one) => sum + one.servers.length + one.reached.length, 0);
  return interfaces.length + servers + otherServers.length + settings.routes.length + settings.nameServers.length;
}

function describe({ set, confidence, reason, values }: Candidate): Correction {
  return {
    set: set.map(printAssignment),
    confidence,
    reason: {
      en: fillText(reasonsEn[reason], values, "en"),
      "zh-CN": fillText(reasonsZhCn[reason], values, "zh-CN"),
    },
  };
}
