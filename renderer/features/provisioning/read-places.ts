// `2-25, 31` -> the rows meant; null: nothing is said, so all of them.
import { listItems } from "./read-pool.ts";

/** As many as a plan may be asked for. */
const most = 20_000;

export function readPlaces(text: string): number[] | null {
  const places = listItems(text).flatMap((item) => {
    const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(item) ?? [];
    if (from === undefined) return [];
    const count = Math.min(most, Math.max(0, Number(to) - Number(from) + 1));
    return Array.from({ length: count }, (_, at) => Number(from) + at);
  });
  return places.length === 0 ? null : [...new Set(places)].slice(0, most);
}
