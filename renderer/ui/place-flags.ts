// Where labels stand above the subnet ruler: like flags on poles, so that no pole goes through a label. A flag in the
// left part of the ruler flies to the right, one in the right part to the left; where two would meet, the outer is higher.
export interface Flag {
  /** Percent of the whole width. */
  readonly left: number;
  readonly flies: "left" | "right";
  /** 0 is nearest to the line. */
  readonly lane: number;
}

/** A label's width in percent of the ruler, for keeping labels apart. */
const width = 21;
const turn = 62;

export function placeFlags(lefts: readonly number[]): readonly Flag[] {
  const order = lefts.map((left, place) => ({ left, place }));
  const eastward = order.filter(({ left }) => left < turn).toSorted((one, other) => other.left - one.left);
  const westward = order.filter(({ left }) => left >= turn).toSorted((one, other) => one.left - other.left);
  const placed = new Map<number, Flag>();
  for (const { left, place } of [...westward, ...eastward]) {
    const flies = left < turn ? "right" : "left";
    const meeting = [...placed.values()].filter((other) => overlaps(spanOf({ left, flies }), spanOf(other)));
    placed.set(place, { left, flies, lane: 1 + Math.max(-1, ...meeting.map((other) => other.lane)) });
  }
  return lefts.map((left, place) => placed.get(place) ?? { left, flies: "right", lane: 0 });
}

type Span = readonly [number, number];

function spanOf({ left, flies }: Pick<Flag, "left" | "flies">): Span {
  return flies === "right" ? [left, left + width] : [left - width, left];
}

function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}
