// What was heard at a line rate -> how much it speaks for that rate, in bits: the logarithm of how much likelier such bytes
// are as a terminal's words than as noise. A first byte proves nothing; a dozen readable ones do.
//
//   "\r\npos login: "  at the right rate    +27      at twice the rate  "\xe6\x00\x98..."   -40
import { AdbMessageFramer } from "../frames/adb-message.ts";
import { stripEscapes } from "../frames/console-text.ts";
import type { Dialect } from "./dialect.ts";

export interface HeardAt {
  /** Bits a second. */
  readonly rate: number;
  /** One character per byte. */
  readonly heard: string;
}

/** So much is never noise: nothing else has to be tried. */
export const conclusive = 24;
/** Less does not decide, nor does as much without a line end, nor less than the second number more than the next best. */
const enough = 12;
const lead = 6;
/** So much against a rate: it need not be listened to any longer. */
export const hopeless = -16;

const weights = {
  /** 95 of 256 bytes are printable; letters, digits and blanks stand more often in words than signs do. */
  word: 1.5,
  sign: 0.9,
  lineEnd: 4,
  /** A character of two to four bytes that belong together. */
  wide: 4,
  escape: 6,
  /** A control character, a byte that begins or continues nothing. */
  odd: -5,
  frame: 200,
  answer: 8,
} as const;

/** Characters weighed at most; later ones say nothing new. */
const mostWeighed = 4096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const pieces =
  /(?<escape>\x1b(?:\[[\d;?]*[A-Za-z]|[()][0AB]))|(?<end>\r?\n|\r\r\n)|(?<wide>[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})|(?<word>[\w ])|(?<sign>[!-~])|(?<idle>[\r\t\b\x07])|[^]/g;

/** An answer begins on a line of its own, and what a wrong rate makes of words hardly ever holds a line end. */
const lineEnd = /[\r\n]/;

/** `dialects` are asked whether they know the answer. */
export function weighHeard(heard: string, dialects: readonly Dialect[]): number {
  const bits = weighText(heard);
  const frames = new AdbMessageFramer().push(heard).filter(({ kind }) => kind === "message").length;
  const isAnswer =
    bits > 0 &&
    lineEnd.test(heard) &&
    stripEscapes(heard).trim() !== "" &&
    dialects.some(({ signs }) => signs.recognizes(heard));
  return bits + frames * weights.frame + (isAnswer ? weights.answer : 0);
}

function weighText(heard: string): number {
  let bits = 0;
  for (const { groups = {} } of heard.slice(-mostWeighed).matchAll(pieces)) {
    if (groups["word"] !== undefined) bits += weights.word;
    else if (groups["sign"] !== undefined) bits += weights.sign;
    else if (groups["end"] !== undefined) bits += weights.lineEnd;
    else if (groups["wide"] !== undefined) bits += weights.wide;
    else if (groups["escape"] !== undefined) bits += weights.escape;
    else if (groups["idle"] === undefined) bits += weights.odd;
  }
  return bits;
}

/** The rate that the evidence speaks for, or null when it does not decide. */
export function chooseRate(heard: readonly HeardAt[], dialects: readonly Dialect[]): number | null {
  const weighed = heard
    .map(({ rate, heard: text }) => ({ rate, bits: weighHeard(text, dialects), hasEnd: lineEnd.test(text) }))
    .sort((one, other) => other.bits - one.bits);
  const [best, next] = weighed;
  if (best === undefined || best.bits < (best.hasEnd ? enough : conclusive)) return null;
  return next !== undefined && best.bits < next.bits + lead ? null : best.rate;
}
