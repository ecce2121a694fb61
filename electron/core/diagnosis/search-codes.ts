// What a person types into the search box -> codes: first those that are typed exactly, then those whose words hold all of it.
//
//   "91", "cme 10"  -> look-up-code        "证书", "no sim", "PAX"  -> meaning, table and cause, in both languages
//
// Each comes with the cause that it is tied to and with whom to call about it.
import { responseTables } from "../logs/knowledge/knowledge.ts";
import { adviceByCause } from "./knowledge/advice.ts";
import { codeTables } from "./knowledge/code-tables.ts";
import { type CodeMeaning, lookUpCode } from "./look-up-code.ts";

export interface FoundCode extends CodeMeaning {
  /** Null where nobody has to be called, or the code leaves the cause open. */
  readonly call: "acquirer" | "vendor" | "network-operator" | "repair" | null;
}

export interface FoundCodes {
  readonly found: readonly FoundCode[];
  /** How many more there are than a person reads. */
  readonly more: number;
}

const most = 60;

/** Tables whose codes are words of their own. */
const unnamed: readonly string[] = ["java", "chat"];

/** Through the look-up, so that both ways tell the same. */
const everyCode: readonly CodeMeaning[] = [
  ...new Set(responseTables.flatMap(({ codes }) => codes.map(({ code }) => `field39 ${code}`))),
  ...codeTables.flatMap(({ id, entries }) =>
    entries.map(({ code }) => (unnamed.includes(id) ? code : `${id} ${code}`)),
  ),
].flatMap((code) => lookUpCode(code));

export function searchCodes(text: string): FoundCodes {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return { found: [], more: 0 };
  const exact = lookUpCode(typed);
  // Who types a number means that code, and not each sentence that holds it.
  const told = exact.length > 0 && /\d/.test(typed) ? [] : findByWords(typed);
  const all = merge([...exact, ...told]);
  return { found: all.slice(0, most).map(addCall), more: Math.max(0, all.length - most) };
}

function findByWords(typed: string): readonly CodeMeaning[] {
  const words = typed.toLowerCase().split(/\s+/);
  return everyCode.filter((one) => words.every((word) => describeWords(one).includes(word)));
}

function describeWords({ code, table, name, meaning, cause, causeName }: CodeMeaning): string {
  const texts = [name, meaning, causeName].flatMap((one) => (one === null ? [] : [one.en, one["zh-CN"]]));
  return [code, table, cause ?? "", ...texts].join("\n").toLowerCase();
}

/** Two generations of a table that say the same of a code are one result. */
function merge(all: readonly CodeMeaning[]): readonly CodeMeaning[] {
  const merged = new Map<string, CodeMeaning>();
  for (const one of all) {
    const key = `${one.table} ${one.code} ${one.cause} ${one.meaning.en}`;
    const other = merged.get(key);
    const isNew = other === undefined || other.source.split("; ").includes(one.source);
    merged.set(key, isNew ? (other ?? one) : { ...other, generation: null, source: `${other.source}; ${one.source}` });
  }
  return [...merged.values()];
}

function addCall(one: CodeMeaning): FoundCode {
  return { ...one, call: one.cause === null ? null : (adviceByCause.get(one.cause)?.call ?? null) };
}
