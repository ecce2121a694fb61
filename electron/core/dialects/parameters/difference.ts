// What has to be replaced in one text to make another of it: only characters that differ, none of those around them.
// The shortest way, after E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
import { z } from "zod";

export const spliceSchema = z.object({
  /** Characters from the beginning of the text as it is before any of them. */
  at: z.number().int().min(0),
  /** Characters that go. */
  remove: z.number().int().min(0),
  insert: z.string(),
});

export type Splice = Readonly<z.infer<typeof spliceSchema>>;

/** Characters that go and come; a push that changes settings changes far fewer. */
const mostDifferent = 1000;

/** In their order, apart from each other; null when more differs than anybody compares. */
export function findDifference(from: string, to: string): readonly Splice[] | null {
  const same = countSame(from, to);
  const [old, wanted] = [from.slice(same), to.slice(same)];
  const reached = search(old, wanted);
  return reached && joinSteps(traceBack(reached, old.length, wanted), same);
}

export function applyDifference(text: string, splices: readonly Splice[]): string {
  return splices.reduceRight(
    (made, { at, remove, insert }) => made.slice(0, at) + insert + made.slice(at + remove),
    text,
  );
}

function countSame(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/** By diagonal (places in the old text minus places in the wanted one), how far one comes with so many steps. */
type Reach = ReadonlyMap<number, number>;

/** One for each number of steps; the last one reaches both ends. */
function search(old: string, wanted: string): readonly Reach[] | null {
  const all: Reach[] = [];
  let before: Reach = new Map([[1, 0]]);
  for (let steps = 0; steps <= mostDifferent; steps++) {
    const reach = new Map<number, number>();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isInsertion(before, diagonal, steps)
        ? (before.get(diagonal + 1) ?? 0)
        : (before.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < wanted.length && old[x] === wanted[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= old.length && x - diagonal >= wanted.length) return [...all, reach];
    }
    all.push(reach);
    before = reach;
  }
  return null;
}

function isInsertion(before: Reach, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  return diagonal !== steps && (before.get(diagonal - 1) ?? 0) < (before.get(diagonal + 1) ?? 0);
}

/** One character each, from the first to the last. */
function traceBack(reached: readonly Reach[], length: number, wanted: string): readonly Splice[] {
  const steps: Splice[] = [];
  let diagonal = length - wanted.length;
  for (let count = reached.length - 1; count > 0; count--) {
    const before = reached[count - 1] ?? new Map<number, number>();
    const inserts = isInsertion(before, diagonal, count);
    diagonal += inserts ? 1 : -1;
    const at = before.get(diagonal) ?? 0;
    steps.push(inserts ? { at, remove: 0, insert: wanted[at - diagonal] ?? "" } : { at, remove: 1, insert: "" });
  }
  return steps.toReversed();
}

function joinSteps(steps: readonly Splice[], offset: number): readonly Splice[] {
  const joined: Splice[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    const at = step.at + offset;
    if (last === undefined || last.at + last.remove !== at) joined.push({ ...step, at });
    else {
      joined[joined.length - 1] = { at: last.at, remove: last.remove + step.remove, insert: last.insert + step.insert };
    }
  }
  return joined;
}
