// Card numbers out of text before anything is shown or stored: first six and last four digits stay (PCI DSS 4,
// 3.4.1; one truncation everywhere, because two different ones help to rebuild the number).
//
//   pan=6225 88xx xxxx 1234   13 to 19 digits that pass Luhn, in one piece or in groups with blanks or dashes
//   0216<16 digits>           a length before the digits, as some logs print it
import { passesLuhn } from "./luhn.ts";

export interface Redacted {
  readonly text: string;
  /** How many numbers were masked. */
  readonly count: number;
}

/** Groups of digits with single separators between them: one candidate, however it is laid out. */
const candidate = /\d(?:[ \u00a0.-]?\d){12,}/g;
const lengths = [19, 18, 17, 16, 15, 14, 13] as const;

export function redactCardNumbers(text: string): Redacted {
  let count = 0;
  const masked = text.replace(candidate, (found) => {
    const spans = findNumbers(found.replace(/\D/g, ""));
    count += spans.length;
    return spans.length === 0 ? found : mask(found, spans);
  });
  return { text: masked, count };
}

export function redactLines(lines: readonly string[]): { readonly lines: readonly string[]; readonly count: number } {
  const redacted = lines.map(redactCardNumbers);
  return { lines: redacted.map(({ text }) => text), count: redacted.reduce((sum, { count }) => sum + count, 0) };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The whole run where it is a card number; else one behind its own length in digits; else, in a run too long to be
 * one number, every stretch of 16 or 19 digits that could be (fail closed: a false mask costs a reader less).
 */
function findNumbers(digits: string): readonly Span[] {
  if (digits.length <= 19 && isNumber(digits)) return [{ from: 0, to: digits.length }];
  const prefixed = lengths.find(
    (length) =>
      digits.length >= length + 2 &&
      digits.slice(-length - 2, -length) === String(length) &&
      isNumber(digits.slice(-length)),
  );
  if (prefixed !== undefined) return [{ from: digits.length - prefixed, to: digits.length }];
  return digits.length > 19 ? findStretches(digits) : [];
}

function findStretches(digits: string): readonly Span[] {
  const spans: Span[] = [];
  for (let from = 0; from + 16 <= digits.length; from++) {
    const length = [19, 16].find((each) => from + each <= digits.length && isNumber(digits.slice(from, from + each)));
    if (length === undefined) continue;
    spans.push({ from, to: from + length });
    from += length - 1;
  }
  return spans;
}

/** Issuers' numbers begin with 2 to 9 (ISO/IEC 7812-1 major industries in use); a run of one digit is filler. */
function isNumber(digits: string): boolean {
  return /^[2-9]/.test(digits) && !/^(\d)\1*$/.test(digits) && passesLuhn(digits);
}

function mask(found: string, spans: readonly Span[]): string {
  let at = -1;
  return found.replace(/\d/g, (digit) => {
    at++;
    const span = spans.find(({ from, to }) => at >= from && at < to);
    if (!span || at < span.from + 6 || at >= span.to - 4) return digit;
    return "*";
  });
}
