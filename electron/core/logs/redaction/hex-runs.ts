// Stretches of hex digits, in one piece or in groups of one, two or four octets, with the place of each digit.
//
//   60000300006022   60 00 03 00 00   60-00-03   6000 0300   0x60, 0x00 (blanks by now)

export interface HexRun {
  readonly from: number;
  readonly to: number;
  /** Lower case; `*` where one is masked. */
  readonly digits: string;
  readonly places: readonly number[];
  /** Digits of a group; 0 for one piece. */
  readonly group: number;
  /** What stands between groups; empty for one piece. */
  readonly separator: string;
}

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Blanks, colons, dashes or commas; one kind in one run. */
const gap = /^(?:[ \t]{1,4}|[:-]|, {0,3})$/;

export function findHexRuns(text: string, fewestDigits = 12): readonly HexRun[] {
  const tokens = Array.from(text.matchAll(/[\da-fA-F*]+/g), (match) => ({ text: match[0], at: match.index }));
  const runs: HexRun[] = [];
  for (let at = 0; at < tokens.length; ) {
    const group = takeGroup(text, tokens, at);
    const run = makeRun(text, group);
    if (run.digits.length >= fewestDigits) runs.push(run);
    at += group.length;
  }
  return runs;
}

/**
 * As many tokens from `first` on as are groups of one size; at least one. The last may be cut short. A wider gap is in the
 * middle of a dump's row, or what follows it stands beside the octets.
 */
function takeGroup(text: string, tokens: readonly Token[], first: number): readonly Token[] {
  const start = tokens[first];
  if (start === undefined) return [];
  const group = [start];
  const size = start.text.length;
  const usual = readGap(text, start, tokens[first + 1]);
  if (usual === null || (size !== 2 && size !== 4 && size !== 8)) return group;
  for (let at = first + 1; at < tokens.length; at++) {
    const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    const between = before === undefined || token === undefined ? null : readGap(text, before, token);
    if (token === undefined || between === null || between.charAt(0) !== usual.charAt(0)) break;
    const isShort = token.text.length < size && token.text.length % 2 === 0;
    if (between.length > usual.length && (isShort || group.length * size !== 16)) break;
    const behind = readGap(text, token, next);
    const isLast = behind === null || behind.length > usual.length;
    if (token.text.length !== size && !(isShort && isLast)) break;
    group.push(token);
    if (isShort) break;
  }
  return group;
}

/** What stands between two tokens; null when that is more than a gap. */
function readGap(text: string, before: Token, after: Token | undefined): string | null {
  const between = after === undefined ? "" : text.slice(before.at + before.text.length, after.at);
  return gap.test(between) ? between.replaceAll("\t", " ") : null;
}

function makeRun(text: string, group: readonly Token[]): HexRun {
  const [first, second] = group;
  const last = group.at(-1);
  const from = first?.at ?? 0;
  const behindFirst = from + (first?.text.length ?? 0);
  return {
    from,
    to: (last?.at ?? 0) + (last?.text.length ?? 0),
    digits: group.map((token) => token.text.toLowerCase()).join(""),
    places: group.flatMap((token) => Array.from(token.text, (_digit, at) => token.at + at)),
    group: second === undefined ? 0 : (first?.text.length ?? 0),
    separator: second === undefined ? "" : text.slice(behindFirst, second.at),
  };
}
