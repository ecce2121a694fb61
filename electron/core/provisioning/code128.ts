// A text -> the bars of a Code 128 barcode (ISO/IEC 15417), code set B, with C for long runs of digits:
//
//   start | values | check value | stop, each three bars and three spaces of 1 to 4 modules (the stop has one bar more)
import { fail, type Result, succeed } from "../failures/result.ts";

// Widths of bar, space, bar, space, bar, space of each value, from 0 to 105, and the stop.
const widths =
  "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221" +
  "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321" +
  "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131" +
  "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114" +
  "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141" +
  "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232";
const stop = "2331112";

const startB = 104;
const startC = 105;
const toC = 99;
const toB = 100;

export interface Barcode {
  /** Widths in modules: a bar, a space, a bar, ... */
  readonly widths: readonly number[];
  /** Modules in all. */
  readonly modules: number;
}

/** Failure: the first character that has no place in code set B (printable ASCII). */
export function encodeCode128(text: string): Result<Barcode, string> {
  const bad = /[^\x20-\x7e]/u.exec(text)?.[0];
  if (bad !== undefined || text === "") return fail(bad ?? "");
  const values = listValues(text);
  const sum = values.reduce((total, value, place) => total + value * Math.max(place, 1), 0);
  const bars = [...values, sum % 103].map(printValue).join("") + stop;
  const list = Array.from({ length: bars.length }, (_, place) => Number(bars.charAt(place)));
  return succeed({ widths: list, modules: list.reduce((total, width) => total + width, 0) });
}

/** Two digits take one place in code set C; changing over takes one too, so only runs of four and more are worth it. */
function listValues(text: string): readonly number[] {
  const values: number[] = [];
  let isC = false;
  for (let at = 0; at < text.length; ) {
    const digits = /^\d+/.exec(text.slice(at))?.[0].length ?? 0;
    const pairs: boolean = isC ? digits >= 2 : digits >= 4;
    if (values.length === 0) values.push(pairs ? startC : startB);
    else if (pairs !== isC) values.push(pairs ? toC : toB);
    isC = pairs;
    values.push(pairs ? Number(text.slice(at, at + 2)) : text.charCodeAt(at) - 32);
    at += pairs ? 2 : 1;
  }
  return values;
}

function printValue(value: number): string {
  return widths.slice(value * 6, value * 6 + 6);
}
