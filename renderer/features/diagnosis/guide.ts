// What the screen "Why does it fail?" knows; kept while the window lives, whatever is looked at in between.
//
//   none -> running (stages come in) -> known (settings, stages, lines, answers, codes) -> reasoned
//                                          ^------- an answer, a code: reasoned again ----'
import { useSyncExternalStore } from "react";
import type { Asked, Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { createStore } from "../session/store.ts";
import { nothingTyped, type Typed } from "./typed.ts";

export type Known = Asked<"diagnosis.reason">;
export type Reasoned = Output<"diagnosis.reason">;
export type Stage = Reasoned["stages"][number];
export type Cause = Reasoned["causes"][number];
export type Question = NonNullable<Reasoned["asked"]>;

export type Check =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly stages: readonly Stage[]; readonly controller: AbortController }
  | { readonly kind: "failed"; readonly failure: Failure }
  | {
      readonly kind: "done";
      readonly known: Known;
      readonly reasoned: Reasoned;
      /** Which of the actions is next: one at a time. */
      readonly action: number;
      /** It works again, the person says. */
      readonly isOver: boolean;
    };

export type Done = Check & { readonly kind: "done" };

/** What the screen shows: the check itself, or what helps beside it. */
export const parts = ["check", "codes", "care", "pack"] as const;
export type Part = (typeof parts)[number];

export interface Guide {
  readonly part: Part;
  /** What was typed into the search for codes. */
  readonly sought: string;
  /** The care card that is open. */
  readonly card: string | null;
  /** The session that `cable` is about: what another terminal said is no longer shown. */
  readonly session: string | null;
  readonly cable: Check;
  /** Without a cable. */
  readonly typed: Typed;
  readonly step: number;
  readonly without: Check;
}

export type Way = "cable" | "without";

export const guide = createStore<Guide>({
  part: "check",
  sought: "",
  card: null,
  session: null,
  cable: { kind: "none" },
  typed: nothingTyped,
  step: 0,
  without: { kind: "none" },
});

export function useGuide(): Guide {
  return useSyncExternalStore(guide.watch, guide.read);
}

export function setCheck(way: Way, check: Check): void {
  guide.change((now) => ({ ...now, [way]: check }));
}

export function openPart(part: Part): void {
  guide.change((now) => ({ ...now, part }));
}

export function openCard(card: string): void {
  guide.change((now) => ({ ...now, part: "care", card }));
}

export function changeTyped(change: Partial<Typed>): void {
  guide.change((now) => ({ ...now, typed: { ...now.typed, ...change } }));
}
