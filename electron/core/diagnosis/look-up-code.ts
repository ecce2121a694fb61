// A code as somebody types it or a log has it -> what it means in every table that has it, and the cause it is tied to.
//
//   "91"   -> a host's answer (UnionPay, older and newer)        "cme 10", "+CME ERROR: 10" -> the modem's table alone
//   "-209" -> PAX                                                "UnknownHostException", "java.net.Unknown..." -> Java
import type { Localized } from "../failures/localized.ts";
import { causes, responseTables } from "../logs/knowledge/knowledge.ts";
import { codeTables } from "./knowledge/code-tables.ts";

export interface CodeMeaning {
  readonly code: string;
  /** `field39` or the table's own id. */
  readonly table: string;
  readonly name: Localized;
  readonly source: string;
  /** Of field 39: whose table, and of which generation. */
  readonly acquirer: string | null;
  readonly generation: string | null;
  readonly meaning: Localized;
  readonly cause: string | null;
  readonly causeName: Localized | null;
}

const field39: Localized = { en: "A host's answer, ISO 8583 field 39", "zh-CN": "主机应答码，ISO 8583 第 39 域" };

/** How people and logs name a table. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\+?CME(?: ERROR)?:?\s*/i, "cme"],
  [/\+?CMS(?: ERROR)?:?\s*/i, "cms"],
  [/\b(?:wi-?fi|reason)[ =:]*/i, "wifi"],
  [/\b(?:tls|ssl|alert)\b(?:\s+alert)?(?:\s+number)?[ :]*/i, "tls"],
  [/\bpax[ :]*/i, "pax"],
  [/(?:field ?\[?39\]?|39 ?域|\b(?:F|DE)39|resp_?code|应答码)\s*[:=：]?\s*/i, "field39"],
];

const longest = 128;
const javaPackage = /^(?:[a-z][a-z0-9]*\.)+(?=[A-Z])/;

/** Empty for a code that no table has. */
export function lookUpCode(text: string): readonly CodeMeaning[] {
  const typed = text.slice(0, longest).trim().replace(javaPackage, "");
  const [said, only] = words.find(([word]) => word.test(typed)) ?? [null, null];
  const bare = (said === null ? typed : typed.replace(said, "")).trim();
  const wanted = only === null || bare === "" ? null : only;
  const code = bare === "" ? typed : bare;
  return [...(wanted === null || wanted === "field39" ? lookIntoAnswers(code) : []), ...lookIntoTables(code, wanted)];
}

function lookIntoAnswers(code: string): readonly CodeMeaning[] {
  const wanted = code.toUpperCase();
  return responseTables.flatMap(({ acquirer, generation, source, codes }) =>
    codes
      .filter((each) => each.code === wanted)
      .map(({ meaning, cause }) => ({
        code: wanted,
        table: "field39",
        name: field39,
        source,
        acquirer,
        generation,
        meaning,
        cause,
        causeName: nameCause(cause),
      })),
  );
}

function lookIntoTables(code: string, wanted: string | null): readonly CodeMeaning[] {
  const lower = code.toLowerCase();
  return codeTables
    .filter(({ id }) => wanted === null || id === wanted)
    .flatMap(({ id, name, source, entries }) =>
      entries
        .filter((entry) => entry.code.toLowerCase() === lower)
        .map(({ meaning, cause, code: own }) => ({
          code: own,
          table: id,
          name,
          source,
          acquirer: null,
          generation: null,
          meaning,
          cause,
          causeName: nameCause(cause),
        })),
    );
}

function nameCause(cause: string | null): Localized | null {
  return causes.find(({ id }) => id === cause)?.name ?? null;
}
