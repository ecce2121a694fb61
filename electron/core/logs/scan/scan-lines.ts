// Whole lines of bytes in, for each line: where it is, which literals it holds, and whether it may hold card data.
// One pass over the bytes, no text is made of them.
import type { Automaton } from "./automaton.ts";
import {
  byteKinds,
  fewestBase64,
  fewestHexDigits,
  isBase64,
  isBetween,
  isBeyondAscii,
  isHexDigit,
} from "./suspicion.ts";

/** What a sink is told of a line; the object is used again for the next one. */
export interface ScannedLine {
  /** Places in the bytes; `to` is that of the line end, a carriage return before it not included. */
  from: number;
  to: number;
  isSuspicious: boolean;
  /** Rows of the automaton's ends, `hits` of them; more than there is room for are not kept. */
  readonly ended: Int32Array;
  hits: number;
}

const mostHits = 16;

/** `bytes` ends with a line end, or its last line counts as finished. */
export function scanLines(bytes: Uint8Array, automaton: Automaton, sink: (line: ScannedLine) => void): void {
  const { columns, next, firstEnd } = automaton;
  const line: ScannedLine = { from: 0, to: 0, isSuspicious: false, ended: new Int32Array(mostHits), hits: 0 };
  const { ended } = line;
  const length = bytes.length;
  let [row, digits, base64, seen, hits, from] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    if (byte === 10) {
      line.from = from;
      line.to = at > from && bytes[at - 1] === 13 ? at - 1 : at;
      line.isSuspicious = seen !== 0;
      line.hits = hits;
      sink(line);
      from = at + 1;
      row = digits = base64 = seen = hits = 0;
      continue;
    }
    const kind = byteKinds[byte] as number;
    if ((kind & isHexDigit) !== 0) digits++;
    else if ((kind & isBetween) === 0) digits = 0;
    base64 = (kind & isBase64) === 0 ? 0 : base64 + 1;
    seen |= (kind & isBeyondAscii) | Number(digits >= fewestHexDigits) | Number(base64 >= fewestBase64);
    row = next[row + (columns[byte] as number)] as number;
    if (row >= firstEnd && hits < mostHits) ended[hits++] = row;
  }
  if (from === length) return;
  line.from = from;
  line.to = length;
  line.isSuspicious = seen !== 0;
  line.hits = hits;
  sink(line);
}
