// One slot, terminal after terminal, until the run ends:
//
//   may the run begin? -> is something plugged in? -> set it -> done | stop -> wait until it is unplugged, or asked to look again
//                                                     \-- restarts, or the cable was pulled: wait for it, a bounded time
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { nobodyThere } from "./slot-board.ts";
import { isRestarting, isUnplugged } from "./end-row.ts";
import type { RunContext } from "./run-parts.ts";
import { setTerminal, type SetOutcome } from "./set-terminal.ts";

/** Milliseconds between two looks at a terminal that restarts, and at a port where nothing answers. */
const restartGlance = 3000;
const emptyGlance = 4000;

export interface SlotWorld {
  /** Resolves when the run may begin a terminal; rejects when it ends. */
  readonly mayBegin: (slot: string) => Promise<void>;
  /** What is plugged in there now; null: nothing. */
  readonly portNow: (slot: string) => string | null;
  /** Resolves when something else is plugged in there than now, or a person asks to look again; rejects when the run ends. */
  readonly awaitNext: (slot: string) => Promise<void>;
  /** Resolves after a time, sooner when the ports change; rejects when the run ends. */
  readonly rest: (milliseconds: number) => Promise<void>;
  /** Around each terminal: a pause waits for those at work. */
  readonly atWork: (job: () => Promise<SetOutcome>) => Promise<SetOutcome>;
}

export class SlotLoop {
  readonly #slot: string;
  readonly #context: RunContext;
  readonly #world: SlotWorld;
  /** Since when a terminal is awaited that was being set; by the monotonic clock. */
  #awaited: number | null = null;

  constructor(slot: string, context: RunContext, world: SlotWorld) {
    this.#slot = slot;
    this.#context = context;
    this.#world = world;
  }

  /** Resolves when the run ends. */
  async run(): Promise<void> {
    try {
      while (!this.#context.signal.aborted) await this.#next();
    } catch (error) {
      if (!this.#context.signal.aborted) throw error;
    }
  }

  async #next(): Promise<void> {
    const { board } = this.#context;
    await this.#world.mayBegin(this.#slot);
    const port = await this.#plugged();
    if (port === null) return;
    const handle = {
      slot: this.#slot,
      port,
      scanned: () => board.find(this.#slot)?.scanned ?? null,
      show: (change: Parameters<typeof board.set>[1]) => board.set(this.#slot, change),
    };
    const set = await this.#world.atWork(() => setTerminal(this.#context, handle));
    const { scanned = null, serialNumber = null } = board.find(this.#slot) ?? {};
    if (set.kind === "done" && scanned !== null && serialNumber !== null && scanned !== serialNumber)
      return this.#judge(makeFailure("serial-differs", { scanned, reported: serialNumber }));
    if (set.kind === "done") {
      this.#awaited = null;
      const outcome = set.outcome === "planned" ? null : set.outcome;
      board.set(this.#slot, { state: "done", step: null, outcome });
      return this.#leave();
    }
    return this.#judge(set.failure);
  }

  /** The port; null when there is none yet. */
  async #plugged(): Promise<string | null> {
    const port = this.#world.portNow(this.#slot);
    if (port !== null) return port;
    if (this.#awaited === null) await this.#empty();
    else if (this.#isElsewhere()) this.#forget();
    else if (this.#isOverdue()) await this.#stop(makeFailure("port-lost", { port: this.#slot }));
    else await this.#world.rest(restartGlance);
    return null;
  }

  async #judge(failure: Failure): Promise<void> {
    const { board, signal } = this.#context;
    if (signal.aborted) return;
    const isBack = isRestarting(failure) || isUnplugged(failure);
    const wasAtWork = (board.find(this.#slot)?.serialNumber ?? null) !== null;
    if (failure.code === "port-missing" && !wasAtWork) return this.#empty();
    // A terminal that restarts says nothing for a while.
    if (failure.code === "no-answer" && this.#awaited === null) return this.#empty(failure);
    if (!isBack && (failure.code !== "no-answer" || this.#awaited === null)) return this.#stop(failure);
    if (this.#isElsewhere()) {
      this.#forget();
      return;
    }
    this.#awaited ??= this.#context.parts.surroundings.clock.now();
    if (this.#isOverdue()) return this.#stop(failure);
    const waitsFor = isUnplugged(failure) ? "return" : "restart";
    if (board.find(this.#slot)?.waitsFor !== "restart" || waitsFor === "restart" || failure.code !== "no-answer")
      board.set(this.#slot, { state: "waiting", step: null, waitsFor });
    await this.#world.rest(restartGlance);
    if (this.#isElsewhere()) this.#forget();
  }

  /** Nothing is at the end of the cable yet. */
  async #empty(failure: Failure | null = null): Promise<void> {
    const { board } = this.#context;
    const scanned = board.find(this.#slot)?.scanned ?? null;
    board.set(this.#slot, {
      state: "waiting",
      step: null,
      waitsFor: scanned === null ? "terminal" : "scanned",
      failure,
    });
    await this.#world.rest(emptyGlance);
  }

  async #stop(failure: Failure): Promise<void> {
    this.#awaited = null;
    this.#context.board.set(this.#slot, { state: "stop", step: null, waitsFor: null, failure, scanned: null });
    await this.#leave();
  }

  /** Until the terminal is taken away, or somebody wants it looked at again. */
  async #leave(): Promise<void> {
    await this.#world.awaitNext(this.#slot);
    this.#forget();
  }

  #forget(): void {
    this.#awaited = null;
    const { board } = this.#context;
    const scanned = board.find(this.#slot)?.scanned ?? null;
    board.set(this.#slot, { ...nobodyThere, state: "waiting", waitsFor: scanned === null ? "terminal" : "scanned" });
  }

  #isOverdue(): boolean {
    const { parts, terms } = this.#context;
    return this.#awaited !== null && parts.surroundings.clock.now() - this.#awaited > terms.returnSeconds * 1000;
  }

  /** The terminal that was here went on at another slot. */
  #isElsewhere(): boolean {
    const serialNumber = this.#context.board.find(this.#slot)?.serialNumber ?? null;
    const owner = serialNumber === null ? undefined : this.#context.owners.get(serialNumber);
    return owner !== undefined && owner !== this.#slot;
  }
}
