// Arrow keys in a grid of cards that fills its lines from the left.
export interface Grid {
  readonly count: number;
  readonly columns: number;
}

/** The card that a key leads to from card `at`; null: the key is none of theirs. Nothing lies beyond an edge. */
export function moveBetween(key: string, at: number, { count, columns }: Grid): number | null {
  const to = aim(key, at, { count, columns });
  return to === null ? null : to >= 0 && to < count ? to : at;
}

function aim(key: string, at: number, { count, columns }: Grid): number | null {
  switch (key) {
    case "ArrowLeft":
      return at - 1;
    case "ArrowRight":
      return at + 1;
    case "ArrowUp":
      return at - columns;
    case "ArrowDown":
      return at + columns;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
