// What can go wrong at one step of a push, and every pair of the two.

/** Where a step happens: on this PC's disk, or on the terminal in so many smaller steps. */
export type Step = { readonly place: "journal" } | { readonly place: "terminal"; readonly parts: number };

const onDisk = ["disk full", "killed before", "killed after", "suspended before"] as const;

const onWire = [
  "cable pulled before the request",
  "cable pulled in the middle of the request",
  "cable pulled in the middle of the answer",
  "cable pulled before the answer",
  "bytes lost",
  "bytes flipped",
  "bytes repeated",
  "request spoilt for good",
  "answer spoilt for good",
  "late by 5 s",
  "late by 200 s",
  "killed before",
  "killed after",
  "suspended before",
  "says OK and does nothing",
  "terminal's disk full from here",
  "rollback fails from here",
  "power cut while it goes back",
] as const;

/** Between the smaller steps on the terminal, and before the first and behind the last one. */
const inBetween = [
  "terminal restarts",
  "the script is killed",
  "the watchdog is killed",
  "cable pulled",
  "killed",
  "200 s pass",
] as const;

export type FaultKind = (typeof onDisk | typeof onWire | typeof inBetween)[number];

export const faultKinds: readonly FaultKind[] = [...new Set([...onDisk, ...onWire, ...inBetween])];

export interface Fault {
  /** Counted from the first step of the push; those of settling it go on counting. */
  readonly step: number;
  readonly kind: FaultKind;
  /** After how many smaller steps. */
  readonly part: number;
}

export function listFaults(steps: readonly Step[]): readonly Fault[] {
  return steps.flatMap((where, step): readonly Fault[] => {
    if (where.place === "journal") return onDisk.map((kind) => ({ step, kind, part: 0 }));
    const parts = Array.from({ length: where.parts + 1 }, (_, part) => part);
    return [
      ...onWire.map((kind) => ({ step, kind, part: 0 })),
      ...inBetween.flatMap((kind) => parts.map((part) => ({ step, kind, part }))),
    ];
  });
}

/** One of the straight way's, and up to two more that may strike while it is settled. `random`: from 0 up to, not including, 1. */
export function drawFaults(random: () => number, pairs: readonly Fault[]): readonly Fault[] {
  const pick = (count: number): number => Math.floor(random() * count);
  const first = pairs[pick(pairs.length)];
  const others = Array.from({ length: pick(3) }, () => {
    const other = pairs[pick(pairs.length)];
    // Settling goes on counting where the push was cut off.
    return other && first ? [{ ...other, step: pick(2) === 0 ? other.step : first.step + 1 + pick(8) }] : [];
  });
  return [...(first ? [first] : []), ...others.flat()];
}

export function printFault({ step, kind, part }: Fault): string {
  return `step ${step}: ${kind}${part > 0 ? ` (after ${part})` : ""}`;
}
