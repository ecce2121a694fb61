// The wall as it stands, and every state that a card went through, numbered, for whoever asks what changed since a number.
import type { Slot } from "../../contract/provisioning.ts";

/** States kept for those who ask late. */
const mostKept = 4000;

type CardChange = Partial<Omit<Slot, "slot" | "since">>;

export class SlotBoard {
  readonly #cards = new Map<string, Slot>();
  readonly #changes: { readonly number: number; readonly slot: Slot }[] = [];
  readonly #wallTime: () => number;
  #number = 0;
  #changed = Promise.withResolvers<null>();

  constructor(wallTime: () => number) {
    this.#wallTime = wallTime;
  }

  /** In the order in which they came. */
  list(): readonly Slot[] {
    return [...this.#cards.values()];
  }

  find(slot: string): Slot | null {
    return this.#cards.get(slot) ?? null;
  }

  get number(): number {
    return this.#number;
  }

  set(slot: string, change: CardChange): void {
    const before = this.#cards.get(slot) ?? emptyCard(slot, this.#now());
    const after = { ...before, ...change };
    const isMoved = before.state !== after.state || before.waitsFor !== after.waitsFor || before.step !== after.step;
    const card = isMoved ? { ...after, since: this.#now() } : after;
    if (this.#cards.has(slot) && JSON.stringify(card) === JSON.stringify(before)) return;
    this.#cards.set(slot, card);
    this.#changes.push({ number: this.#number + 1, slot: card });
    if (this.#changes.length > mostKept) this.#changes.shift();
    this.touch();
  }

  /** Something besides a card has changed. */
  touch(): void {
    this.#number += 1;
    this.#changed.resolve(null);
    this.#changed = Promise.withResolvers<null>();
  }

  clear(): void {
    this.#cards.clear();
    this.touch();
  }

  since(number: number): { readonly slots: readonly Slot[]; readonly lost: boolean } {
    const first = this.#changes[0]?.number ?? 0;
    const slots = this.#changes.filter((each) => each.number > number).map(({ slot }) => slot);
    return { slots, lost: this.#changes.length === mostKept && first > number + 1 };
  }

  /** Resolves with the next change, or when the signal is aborted. */
  async awaitChange(number: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#number !== number) return;
    const stopped = Promise.withResolvers<null>();
    const stop = (): void => stopped.resolve(null);
    signal.addEventListener("abort", stop, { once: true });
    await Promise.race([this.#changed.promise, stopped.promise]);
    signal.removeEventListener("abort", stop);
  }

  #now(): string {
    return new Date(this.#wallTime()).toISOString();
  }
}

/** What a card tells of a terminal while none is there. */
export const nobodyThere = {
  step: null,
  serialNumber: null,
  model: null,
  site: null,
  address: null,
  place: null,
  failure: null,
  outcome: null,
  changes: [],
  exceptions: [],
} satisfies CardChange;

export function emptyCard(slot: string, since: string): Slot {
  return {
    slot,
    name: null,
    port: null,
    state: "waiting",
    waitsFor: "run",
    scanned: null,
    ...nobodyThere,
    since,
  };
}
