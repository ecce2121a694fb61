// Portions of any size -> blocks of whole lines. A line beyond the limit is cut there and the rest of it left out, so that
// no file, whatever it holds, needs more memory than a few megabytes.

/** More than any program writes in one line; card data is looked for in whole lines only. */
const longestLine = 256 * 1024;
const newline = 10;

export interface LineBlock {
  readonly bytes: Uint8Array;
  /** Lines of it that were cut. */
  readonly cut: number;
}

export async function* splitWholeLines(portions: AsyncIterable<Uint8Array>): AsyncIterable<LineBlock> {
  let rest: Uint8Array = new Uint8Array(0);
  let isSkipping = false;
  for await (const portion of portions) {
    let from = 0;
    if (isSkipping) {
      const end = portion.indexOf(newline);
      if (end < 0) continue;
      from = end + 1;
      isSkipping = false;
    }
    const fresh = portion.subarray(from);
    const last = fresh.lastIndexOf(newline) + 1;
    if (last > 0) yield { bytes: join(rest, fresh.subarray(0, last)), cut: 0 };
    rest = last > 0 ? fresh.slice(last) : join(rest, fresh);
    if (rest.length > longestLine) {
      yield { bytes: cutLine(rest), cut: 1 };
      rest = new Uint8Array(0);
      isSkipping = true;
    }
  }
  if (rest.length > 0) yield { bytes: rest, cut: 0 };
}

/** The line's beginning, ended where nothing secret can be cut in two: at a blank, or nowhere. */
function cutLine(line: Uint8Array): Uint8Array {
  const start = line.subarray(0, longestLine);
  const blank = start.lastIndexOf(0x20, longestLine - 4096);
  const end = Math.max(blank, 0);
  const cut = new Uint8Array(end + 1);
  cut.set(start.subarray(0, end));
  cut[end] = newline;
  return cut;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
