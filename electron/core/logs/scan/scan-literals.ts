// The scan without suspicion, for indexing: only line ends and literals.
import type { Automaton } from "./automaton.ts";

export interface LiteralLine {
  from: number;
  /** That of the line end, a carriage return before it not included. */
  to: number;
  /** Where the next line begins. */
  next: number;
  /** Rows of the automaton's ends, `hits` of them. */
  readonly ended: Int32Array;
  hits: number;
}

const mostHits = 16;

/** `bytes` ends with a line end, or its last line counts as finished. The object that the sink gets is used again. */
export function scanLiterals(bytes: Uint8Array, automaton: Automaton, sink: (line: LiteralLine) => void): void {
  const { columns, next, firstEnd } = automaton;
  const line: LiteralLine = { from: 0, to: 0, next: 0, ended: new Int32Array(mostHits), hits: 0 };
  const { ended } = line;
  const length = bytes.length;
  let [row, hits, from] = [0, 0, 0];
  while (from < length) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? length : end;
    row = hits = 0;
    for (let at = from; at < to; at++) {
      row = next[row + (columns[bytes[at] as number] as number)] as number;
      if (row >= firstEnd && hits < mostHits) ended[hits++] = row;
    }
    line.from = from;
    line.to = to > from && bytes[to - 1] === 13 ? to - 1 : to;
    line.next = Math.min(to + 1, length);
    line.hits = hits;
    sink(line);
    from = to + 1;
  }
}
