// How long a terminal on the bench still takes: what is left of its step, and the steps behind it, each as long as it took lately.
import type { Slot, SlotStep } from "../../../electron/contract/provisioning.ts";
import { createStore, type Store } from "../session/store.ts";

/** In their order, and the milliseconds that each usually takes at 115,200 bits a second. */
const usual: StepPace = {
  recognising: 2500,
  claiming: 100,
  reading: 2500,
  planning: 800,
  pushing: 3500,
  testing: 2500,
  confirming: 800,
  reporting: 1000,
};

export type StepPace = Readonly<Record<SlotStep, number>>;

/** As learned since the window is open. */
export const stepPace: Store<StepPace> = createStore(usual);
export const stepOrder = Object.keys(usual) as readonly SlotStep[];

/** From cards as they were, and the states that they went through since then, in order. */
export function learnSteps(pace: StepPace, before: readonly Slot[], changes: readonly Slot[]): StepPace {
  const cards = new Map(before.map((card) => [card.slot, card]));
  let learned = pace;
  for (const card of changes) {
    const { step = null, since = "" } = cards.get(card.slot) ?? {};
    cards.set(card.slot, card);
    const took = Date.parse(card.since) - Date.parse(since);
    const isOver = step !== null && card.step !== step && card.state !== "stop" && took >= 0;
    if (isOver) learned = { ...learned, [step]: Math.round((learned[step] + took) / 2) };
  }
  return learned;
}

/** Milliseconds in its step so far, and from its begin to the terminal's end; null: nothing is under way. */
export function findLeft({ step, since }: Pick<Slot, "step" | "since">, pace: StepPace, now: number) {
  if (step === null) return null;
  const ahead = stepOrder.slice(stepOrder.indexOf(step)).reduce((sum, each) => sum + pace[each], 0);
  return { elapsed: Math.max(0, now - Date.parse(since)), expected: ahead };
}
