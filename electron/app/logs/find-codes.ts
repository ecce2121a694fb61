// Codes that a line quotes, wherever they stand in it and however the program writes them, with what each means in every
// table that has it. Read from masked text only.
//
//   respCode=91   39域：A0   <respCode>51</respCode>   bit 39 [96]   +CME ERROR: 10   reason=15   alert number 48   iRet=-209
import type { CodeMeaning, QuotedCode } from "../../contract/line-codes.ts";
import { lookUpCode } from "../../core/diagnosis/look-up-code.ts";

interface Way {
  /** How `lookUpCode` is told which table is meant. */
  readonly table: string;
  /** With a group `code`. */
  readonly shown: RegExp;
  /** Programs that write the same and mean something else. */
  readonly unless?: RegExp;
  /** What is in no table is no code: the words stand for much else. */
  readonly isLoose: boolean;
}

const ways: readonly Way[] = [
  {
    table: "field39",
    shown:
      /(?:\b(?:field|fld|bit|de|f|p)[ _-]?\[?0?39\]?|39 ?域|resp(?:onse)?[ _-]?code|应答码|返回码)["'\])]*\s*(?:[:=：>]|->|is|为)?\s*["'[(]{0,2}(?<code>[0-9A-Z][0-9A-Z])(?![0-9A-Za-z*])/dgi,
    isLoose: false,
  },
  { table: "cme", shown: /\+CME ERROR: ?(?<code>\d{1,3})\b/dgi, isLoose: false },
  { table: "cms", shown: /\+CMS ERROR: ?(?<code>\d{1,3})\b/dgi, isLoose: false },
  {
    table: "reason",
    shown: /(?:CTRL-EVENT-\w|deauth|disassoc|wlan\d)\S*.{0,120}?\breason(?: code)?["']?[ =:]+(?<code>\d{1,3})\b/dgi,
    isLoose: true,
  },
  { table: "tls", shown: /\balert(?: number)?[ :=]+(?<code>\d{1,3})\b/dgi, isLoose: true },
  {
    table: "pax",
    shown: /\b(?:i?ret|rc|return(?:ed|s)?|result|err(?:or)?(?:[ _]?code)?)["']?\s*[:=]\s*(?<code>-\d{1,3})\b/dgi,
    unless: /\bkernel:|\bmbedtls/i,
    isLoose: true,
  },
  { table: "", shown: /\b(?<code>[A-Z]\w{3,40}Exception)\b/dg, isLoose: true },
  {
    table: "",
    shown: /(?<code>\bNO CARRIER|\bNO DIALTONE|\bNO ANSWER|\bBUSY)\b/dg,
    unless: /abort on/i,
    isLoose: true,
  },
];

const longestRead = 16_384;
const mostCodes = 32;

/** In the order of the line. */
export function findCodes(text: string): readonly QuotedCode[] {
  const line = text.slice(0, longestRead);
  const found = ways
    .filter(({ unless }) => unless?.test(line) !== true)
    .flatMap((way) => [...line.matchAll(way.shown)].flatMap((match) => readMatch(way, match)));
  return found.sort((one, other) => (one.from ?? 0) - (other.from ?? 0)).slice(0, mostCodes);
}

/** Of field 39 of a message that stands in the line as bytes. */
export function readAnswer(code: string): QuotedCode {
  return { code, from: null, to: null, meanings: meaningsOf(`field39 ${code}`) };
}

export function meaningsOf(asked: string): CodeMeaning[] {
  return lookUpCode(asked).map(({ name, source, acquirer, generation, meaning, cause, causeName }) => ({
    ...{ table: name, source, acquirer, generation, meaning },
    cause: cause === null || causeName === null ? null : { id: cause, name: causeName },
  }));
}

function readMatch({ table, isLoose }: Way, match: RegExpMatchArray): readonly QuotedCode[] {
  const code = match.groups?.["code"];
  const place = match.indices?.groups?.["code"];
  // The words before it are written in either case, the code is not.
  if (code === undefined || place === undefined || (table === "field39" && /[a-z]/.test(code))) return [];
  const meanings = meaningsOf(`${table} ${code}`.trim());
  return isLoose && meanings.length === 0 ? [] : [{ code, from: place[0], to: place[1], meanings }];
}
