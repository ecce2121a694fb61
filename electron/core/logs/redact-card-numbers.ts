// Card numbers out of text before anything is shown or stored: first six and last four digits stay (PCI DSS 4,
// 3.4.1; one truncation everywhere, because two different ones help to rebuild the number).
//
//   pan=6225 88xx xxxx 1234   13 to 19 digits that pass Luhn, in one piece or in groups, whatever numbers stand beside
//   0216<16 digits>           a length before the digits, as some logs print it
import { passesLuhn } from "./luhn.ts";
import { hideMiddle, hideSecrets, type Range } from "./redaction/secret.ts";

export interface Redacted {
  readonly text: string;
  /** How many numbers were masked. */
  readonly count: number;
}

/** Digits with little between them. A dot joins groups of four only: else every two IP addresses would be a candidate. */
const candidate = /\d(?:(?:[ \t\u00a0-]{0,3}|(?<=\d{4})\.(?=\d{4}))\d){12,}/g;
const lengths = [19, 18, 17, 16, 15, 14, 13] as const;

export function redactCardNumbers(text: string): Redacted {
  const { text: masked, kinds } = hideSecrets(
    text,
    findCardNumbers(text).map((range) => hideMiddle(text, range)),
  );
  return { text: masked, count: kinds.length };
}

/** Where card numbers stand, from their first digit to behind the last; they may overlap. */
export function findCardNumbers(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(candidate)) {
    const [found] = match;
    const spans = findNumbers(splitGroups(found));
    if (spans.length === 0) continue;
    const places = Array.from(found.matchAll(/\d/g), (digit) => match.index + digit.index);
    for (const { from, to } of spans) ranges.push({ from: places[from] ?? 0, to: (places[to - 1] ?? 0) + 1 });
  }
  return ranges;
}

/** Digits without anything between them; `from` counts digits, not characters. */
interface Group {
  readonly digits: string;
  readonly from: number;
}

function splitGroups(found: string): readonly Group[] {
  let from = 0;
  return found.split(/\D+/).map((digits) => {
    const group = { digits, from };
    from += digits.length;
    return group;
  });
}

/** Numbers in one group, and numbers laid out over several. */
function findNumbers(groups: readonly Group[]): readonly Range[] {
  const spans: Range[] = [];
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (!group) break;
    const within = findInGroup(group.digits).map(({ from, to }) => ({ from: from + group.from, to: to + group.from }));
    for (const span of within) spans.push(span);
    const joined = within.length > 0 ? 0 : countJoined(groups.slice(at, at + 19).map(({ digits }) => digits));
    const last = groups[at + joined - 1];
    if (joined === 0 || !last) continue;
    spans.push({ from: group.from, to: last.from + last.digits.length });
    at += joined - 1;
  }
  return spans;
}

/**
 * The whole group where it is a card number, zeros before it or not; else one behind its own length in digits; else one
 * with a security code stuck to it; else, in a group too long to be one number, every stretch of 16 or 19 digits that
 * could be (fail closed: a false mask costs a reader less).
 */
function findInGroup(digits: string): readonly Range[] {
  const to = digits.length;
  if (to < 13) return [];
  const start = digits.length - digits.replace(/^0+/, "").length;
  if (isNumber(digits.slice(start))) return [{ from: start, to }];
  const prefixed = lengths.find(
    (length) => digits.slice(0, -length).endsWith(String(length)) && isNumber(digits.slice(-length)),
  );
  const behind = prefixed === undefined ? [] : [{ from: to - prefixed, to }];
  // A message type at most stands before the length; in a longer run it may be chance.
  if (prefixed !== undefined && to - prefixed <= 6) return behind;
  if (to > 19) return [...findStretches(digits), ...behind];
  return to > 16 && isNumber(digits.slice(0, 16)) ? [{ from: 0, to: 16 }] : [];
}

/** All of them, however they overlap: one that is none must not hide one that is. */
function findStretches(digits: string): readonly Range[] {
  const spans: Range[] = [];
  for (let from = 0; from + 16 <= digits.length; from++) {
    for (const length of [19, 16]) {
      if (from + length <= digits.length && isNumber(digits.slice(from, from + length)))
        spans.push({ from, to: from + length });
    }
  }
  return spans;
}

/** How many groups, from the first one on, make one card number; 0 when none do. */
function countJoined(groups: readonly string[]): number {
  for (let count = groups.length; count > 1; count--) {
    const joined = groups.slice(0, count);
    if (isLaidOut(joined.map(({ length }) => length)) && isNumber(joined.join(""))) return count;
  }
  return 0;
}

/** 4-4-4-4 with whatever is left, 4-6-5, 6-13, 8-8; or byte by byte. A column of numbers of all sizes is no card number. */
function isLaidOut(sizes: readonly number[]): boolean {
  const [first = 0, second = 0] = sizes;
  const last = sizes.at(-1) ?? 0;
  if (sizes.length === 2) return first === 6 || first === 8;
  if (sizes.length === 3 && first === 4 && second === 6) return true;
  return first <= 4 && sizes.slice(0, -1).every((size) => size === first && (size >= last || size === 4));
}

/**
 * Issuers' numbers begin with 2 to 9 (ISO/IEC 7812-1 major industries in use), and none with 20 or 21, as time stamps
 * do; a run of one digit is filler.
 */
function isNumber(digits: string): boolean {
  return (
    digits.length >= 13 &&
    digits.length <= 19 &&
    /^(?:2[2-9]|[3-9])/.test(digits) &&
    !/^(\d)\1*$/.test(digits) &&
    passesLuhn(digits)
  );
}
