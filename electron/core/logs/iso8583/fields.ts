// The data elements of ISO 8583 as terminals in China lay them out (packed: two digits an octet), and as texts do.
//
//   TPDU (5 octets) | header (6) | message type (2) | bitmap (8 or 16) | the fields that the bitmap names, in order

/** `n` digits, `z` track digits, `a` characters, `b` octets. */
export type FieldForm = "n" | "z" | "a" | "b";

export interface FieldLayout {
  readonly form: FieldForm;
  /** Digits, characters or octets; the most of them where `prefix` says how many there are. */
  readonly length: number;
  /** Digits of the length before the value: 0 (fixed), 2 (LLVAR) or 3 (LLLVAR). */
  readonly prefix: 0 | 2 | 3;
}

/** Number, form, length; `..` and `...` stand for LLVAR and LLLVAR. */
const layouts = `
2 n ..19, 3 n 6, 4 n 12, 5 n 12, 6 n 12, 7 n 10, 8 n 8, 9 n 8, 10 n 8, 11 n 6, 12 n 6, 13 n 4, 14 n 4, 15 n 4, 16 n 4,
17 n 4, 18 n 4, 19 n 3, 20 n 3, 21 n 3, 22 n 3, 23 n 3, 24 n 3, 25 n 2, 26 n 2, 27 n 1, 32 n ..11, 33 n ..11,
34 n ..28, 35 z ..37, 36 z ...104, 37 a 12, 38 a 6, 39 a 2, 40 a 3, 41 a 8, 42 a 15, 43 a 40, 44 a ..25, 45 a ..76,
46 a ...999, 47 a ...999, 48 n ...322, 49 a 3, 50 a 3, 51 a 3, 52 b 8, 53 n 16, 54 a ...120, 55 b ...255, 56 a ...255,
57 a ...999, 58 a ...999, 59 a ...999, 60 n ...30, 61 n ...48, 62 b ...999, 63 a ...999, 64 b 8, 70 n 3, 90 n 42,
100 n ..11, 102 a ..28, 103 a ..28, 122 a ...999, 123 a ...999, 128 b 8`;

export const fieldLayouts: ReadonlyMap<number, FieldLayout> = new Map(
  Array.from(layouts.matchAll(/(\d+) ([nzab]) (\.*)(\d+)/g), ([, number, form, dots = "", length]) => [
    Number(number),
    { form: form as FieldForm, length: Number(length), prefix: dots === "" ? 0 : (dots.length as 2 | 3) },
  ]),
);

/** Card data and keys (PCI DSS 4, 3.3.1 and 3.5.1): 62 carries working keys at sign-in. */
export const sensitiveFields: ReadonlySet<number> = new Set([2, 14, 34, 35, 36, 45, 52, 55, 62]);
