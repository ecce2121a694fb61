// How many rows a growing list shows: those that were added appear with their text, not before it.
import { useEffect, useState } from "react";
import type { RowPages } from "./row-pages.ts";

interface Steady {
  readonly pages: RowPages;
  readonly count: number;
  readonly version: number;
}

/** `version` changes when rows were added; whatever else changes the count shows at once. */
export function useSteadyCount(pages: RowPages, count: number, version: number): number {
  const [steady, setSteady] = useState<Steady>({ pages, count, version });
  const isGrown = steady.pages === pages && steady.version !== version && count >= steady.count;
  useEffect(() => {
    const shown = { pages, count, version };
    if (!isGrown) {
      setSteady((before) => (isSame(before, shown) ? before : shown));
      return;
    }
    void pages.renew(steady.count - 1, count - 1).then(() => setSteady((before) => takeLater(before, shown)));
    // Asked once for each version: what is shown meanwhile asks nothing.
  }, [pages, count, version]);
  return isGrown ? steady.count : count;
}

function takeLater(before: Steady, shown: Steady): Steady {
  return before.pages === shown.pages && before.version > shown.version ? before : shown;
}

function isSame(one: Steady, other: Steady): boolean {
  return one.pages === other.pages && one.count === other.count && one.version === other.version;
}
