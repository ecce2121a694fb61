// `2-25, 31` -> the rows meant; whatever else is typed or scanned is a serial number. Nothing typed: all of them.
import { listItems } from "./read-pool.ts";

/** As many as a plan may be asked for. */
const most = 20_000;

export interface WantedRows {
  /** Null: nothing is said, so all of them. */
  readonly places: number[] | null;
  readonly terminals: string[];
}

export function readWanted(text: string): WantedRows {
  const places = new Set<number>();
  const terminals = new Set<string>();
  const items = listItems(text);
  for (const item of items) {
    // Rows are not written with zeros in front; serial numbers are.
    const [, from, to = from] = /^([1-9]\d{0,5})(?:-(\d{1,6}))?$/.exec(item) ?? [];
    const count = from === undefined ? 0 : Math.min(most, Math.max(0, Number(to) - Number(from) + 1));
    for (let at = 0; at < count; at++) places.add(Number(from) + at);
    if (from === undefined) terminals.add(item.slice(0, 256));
  }
  if (items.length === 0) return { places: null, terminals: [] };
  return { places: [...places].slice(0, most), terminals: [...terminals].slice(0, most) };
}
