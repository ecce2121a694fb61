// A run: a plan, carried out on the slots of this bench at once. One per app. What it has done is in the register, so that it can
// be paused, ended, cut off by a crash, and begun again on another day, here or at another bench.
//
//   start -> ports -> slots, each a loop of its own (slot-loop.ts) -> pause | resume | end
//               \-- cables come and go: port-watch tells, cards follow the USB location
import type { Input, ListedPort, Output } from "../../contract/commands.ts";
import type { Run } from "../../contract/provisioning.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { PortWatch } from "../ports/port-watch.ts";
import type { Actor } from "../../contract/register.ts";
import type { HeldRegister } from "../register/lazy-register.ts";
import type { RowCounts } from "../register/register.ts";
import type { BenchNotes } from "./bench-notes.ts";
import { identify } from "./identify.ts";
import type { PlanView } from "./plan-view.ts";
import { findCommonProfile, readProfile } from "./row-profile.ts";
import type { RunContext, RunParts, RunTerms } from "./run-parts.ts";
import type { SlotBoard } from "./slot-board.ts";
import { SlotLoop, type SlotWorld } from "./slot-loop.ts";
import { findPlaces, findWeakHubs, isListed, type Place } from "./slot-places.ts";

export interface BenchRunParts extends RunParts {
  readonly notes: BenchNotes;
  /** The one that it began with, to its end. */
  readonly held: HeldRegister;
  readonly view: PlanView;
  readonly board: SlotBoard;
}

/** Claims are renewed so that no other bench takes a row over that is being set here. */
const renewal = 60_000;

type State = Run["state"];

export class BenchRun {
  readonly #parts: BenchRunParts;
  readonly #terms: RunTerms;
  readonly #name: string;
  readonly #end = new AbortController();
  readonly #context: RunContext;
  #actor: Actor;
  #state: State = "running";
  #places: readonly Place[] = [];
  #ports: readonly ListedPort[] = [];
  #counts: RowCounts;
  #warning: Failure | null = null;
  #atWork = 0;
  #counting: Promise<void> | null = null;
  /** Resolved and renewed whenever somebody who waits should look again. */
  #pulse = Promise.withResolvers<null>();
  readonly #again = new Set<string>();
  readonly #loops = new Map<string, Promise<void>>();
  readonly #services: Promise<unknown>[] = [];

  constructor(parts: BenchRunParts, begun: Begun) {
    this.#parts = parts;
    this.#terms = begun.terms;
    this.#name = begun.plan.name;
    this.#counts = begun.plan.counts;
    this.#actor = begun.actor;
    let common: Promise<string | null> | null = null;
    this.#context = {
      parts,
      terms: begun.terms,
      register: parts.held.register,
      keep: parts.held.keep,
      view: parts.view,
      board: parts.board,
      signal: this.#end.signal,
      actor: () => this.#actor,
      owners: new Map(),
      tries: new Map(),
      scans: new Map(),
      scannedProfiles: new Map(),
      commonProfile: () => (common ??= findCommonProfile(parts.view, begun.terms.plan)),
      promised: new Set(),
    };
  }

  async start(): Promise<void> {
    const { parts } = this.#context;
    this.#ports = await parts.listPorts().catch(() => []);
    await this.#place();
    const { ports } = this.#terms;
    if (ports === null || ports.some(isListed)) {
      const watch = new PortWatch({
        listPorts: parts.listPorts,
        readSigns: parts.readSigns,
        clock: parts.surroundings.clock,
      });
      const hear = (listed: readonly ListedPort[]): void => {
        this.#ports = listed;
        void this.#place();
      };
      this.#services.push(watch.watch(hear, this.#end.signal));
    }
    if (!this.#terms.dryRun) this.#services.push(this.#renew());
  }

  describe(): Omit<Output<"provisioning.status">, "slots"> {
    return {
      plan: this.#terms.plan,
      name: this.#name,
      state: this.#state,
      isDryRun: this.#terms.dryRun,
      operator: this.#actor.operator,
      bench: this.#actor.bench.name,
      counts: this.#counts,
      weakHubs: findWeakHubs(this.#ports),
      warning: this.#warning ?? (this.#parts.held.isLeft() ? makeFailure("register-changed") : null),
    };
  }

  pause(): void {
    if (this.#state !== "running") return;
    this.#state = this.#atWork > 0 ? "pausing" : "paused";
    this.#tell();
  }

  resume(): void {
    this.#state = "running";
    this.#tell();
  }

  /** Resolves when nothing is written any more and every port is closed. */
  async end(): Promise<void> {
    this.#end.abort();
    this.#tell();
    await Promise.all([...this.#loops.values(), ...this.#services]);
    await this.#parts.held.release();
  }

  relieve(operator: string): void {
    this.#actor = { ...this.#actor, operator };
    this.#parts.board.touch();
  }

  retry(slot: string): Result<Record<string, never>> {
    const card = this.#parts.board.find(slot);
    if (card === null) return fail(makeFailure("slot-unknown", { slot }));
    if (card.state === "stop" || card.state === "done") {
      this.#again.add(slot);
      this.#tell();
    }
    return succeed({});
  }

  /** A label was scanned for a slot: the next terminal there has to be this one. */
  async scan({ text, slot }: Input<"provisioning.scan">): Promise<Result<Output<"provisioning.scan">>> {
    const { board, held, view } = this.#parts;
    const scanned = text.trim();
    const card = slot === null ? this.#onlyWaiting() : board.find(slot);
    if (card === null) return fail(makeFailure("slot-unknown", { slot: slot ?? "-" }));
    const rows = await view.listRows({ planId: this.#terms.plan, limit: 20_000 });
    if (!rows.ok) return rows;
    const own = rows.value.filter(({ serialNumber, terminal }) => serialNumber === scanned || terminal === scanned);
    const hasAny = rows.value.some(({ serialNumber, state }) => serialNumber === null && state === "free");
    const answer = { slot: card.slot, place: own[0]?.place ?? null, failure: null };
    if (own.length > 1) {
      const places = own.map(({ place }) => place).join(", ");
      return succeed({
        ...answer,
        place: null,
        failure: this.#refuse(card.slot, makeFailure("row-listed-twice", { serialNumber: scanned, places })),
      });
    }
    if (own.length === 0 && !hasAny)
      return succeed({
        ...answer,
        failure: this.#refuse(card.slot, makeFailure("row-missing", { serialNumber: scanned })),
      });
    const known = card.state === "working" ? card.serialNumber : null;
    if (known !== null && identify(known, scanned).ok) return succeed(answer);
    board.set(card.slot, { scanned });
    if (own[0] !== undefined)
      this.#context.scannedProfiles.set(card.slot, { scanned, profile: readProfile(own[0].content) });
    // The terminal at work stops before anything is written, or where it was, once that is over.
    if (known !== null)
      return succeed({ ...answer, failure: makeFailure("serial-differs", { scanned, reported: known }) });
    if (!this.#terms.dryRun && own.length === 1) {
      const claimed = await held.register.claimRow({
        planId: this.#terms.plan,
        serialNumber: scanned,
        by: this.#actor,
      });
      if (!claimed.ok) return claimed;
      if (claimed.value.outcome === "claimed" && !claimed.value.isResumed)
        this.#context.scans.set(card.slot, { claimId: claimed.value.claim.id, serialNumber: scanned });
    }
    return succeed(this.#look(card.slot, answer));
  }

  #look<Answer>(slot: string, answer: Answer): Answer {
    this.retry(slot);
    this.#tell();
    return answer;
  }

  #refuse(slot: string, failure: Failure): Failure {
    const { board } = this.#parts;
    if (board.find(slot)?.state === "waiting") board.set(slot, { failure });
    return failure;
  }

  #onlyWaiting() {
    const cards = this.#parts.board.list();
    const waiting = cards.filter(({ state, scanned, serialNumber }) =>
      state === "waiting" ? scanned === null && serialNumber === null : state === "stop",
    );
    return waiting.length === 1 ? (waiting[0] ?? null) : null;
  }

  /** Cards for the places that there are; a loop for each that has none. */
  async #place(): Promise<void> {
    const { slots: names } = await this.#parts.notes.read();
    this.#places = findPlaces(this.#terms.ports, this.#ports, this.#places);
    for (const { slot, port } of this.#places) {
      this.#parts.board.set(slot, { port, name: names[slot] ?? null });
      if (this.#loops.has(slot) || this.#end.signal.aborted) continue;
      this.#loops.set(slot, new SlotLoop(slot, this.#context, this.#world).run());
    }
    this.#tell();
  }

  readonly #world: SlotWorld = {
    mayBegin: async (slot) => {
      while (this.#state !== "running") {
        if (this.#parts.board.find(slot)?.state === "waiting") this.#parts.board.set(slot, { waitsFor: "run" });
        await this.#awaitPulse();
      }
    },
    portNow: (slot) => this.#places.find((place) => place.slot === slot)?.port ?? null,
    awaitNext: async (slot) => {
      const port = this.#world.portNow(slot);
      while (!this.#again.delete(slot) && this.#world.portNow(slot) === port) await this.#awaitPulse();
    },
    rest: async (milliseconds) => {
      const { clock } = this.#parts.surroundings;
      await Promise.race([clock.delay(milliseconds, this.#end.signal), this.#pulse.promise]);
      this.#end.signal.throwIfAborted();
    },
    atWork: async (job) => {
      this.#atWork += 1;
      try {
        return await job();
      } finally {
        this.#atWork -= 1;
        await this.#count();
        if (this.#atWork === 0 && this.#state === "pausing") this.#state = "paused";
        this.#parts.board.touch();
      }
    },
  };

  async #awaitPulse(): Promise<void> {
    await this.#pulse.promise;
    this.#end.signal.throwIfAborted();
  }

  /** Once for all slots that end while it is asked: what was asked before they ended does not count them. */
  async #count(): Promise<void> {
    await this.#counting;
    this.#counting ??= this.#recount().finally(() => {
      this.#counting = null;
    });
    await this.#counting;
  }

  async #recount(): Promise<void> {
    const read = await this.#parts.view.readPlan(this.#terms.plan);
    this.#warning = read.ok ? null : read.failure;
    if (read.ok && read.value !== null) this.#counts = read.value.counts;
  }

  async #renew(): Promise<void> {
    const { clock } = this.#parts.surroundings;
    for (;;) {
      const isOver = await clock.delay(renewal, this.#end.signal).then(
        () => false,
        () => true,
      );
      if (isOver) return;
      const renewed = await this.#parts.held.register.renewClaims(this.#actor.bench.id);
      this.#warning = renewed.ok ? null : renewed.failure;
    }
  }

  #tell(): void {
    this.#pulse.resolve(null);
    this.#pulse = Promise.withResolvers<null>();
    this.#parts.board.touch();
  }
}

export interface Begun {
  readonly terms: RunTerms;
  readonly plan: { readonly name: string; readonly counts: RowCounts };
  readonly actor: Actor;
}
