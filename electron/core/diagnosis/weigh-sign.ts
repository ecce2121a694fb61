// A sign's name -> what it says for and against each cause. Findings, log causes and a host's codes are signs by rule,
// not by table: each speaks for the one cause that it is tied to already.
import { signs } from "./knowledge/signs.ts";

export interface SignWeights {
  readonly group: string;
  readonly for: Readonly<Record<string, number>>;
  readonly against: Readonly<Record<string, number>>;
}

/** What a log line that names a cause leaves open: a connection that timed out is a wrong port, a firewall, or no internet. */
const besides: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  C01: { C29: 1 },
  C02: { C31: 1 },
  C05: { C03: 0.5 },
  C08: { C04: 0.5 },
  C09: { C04: 0.5 },
  C11: { C12: 0.5 },
  C13: { C02: 0.5 },
  C15: { C09: 1.2, C04: 1, C26: 0.5 },
  C16: { C26: 0.5 },
  C19: { C20: 0.5 },
  C20: { C19: 0.5 },
  C21: { C22: 0.5 },
};

const strength = { log: 2.5, code: 6, error: 4.5, warning: 1.5, info: 0.3 } as const;

/** Null for a sign that nobody knows. */
export function weighSign(name: string): SignWeights | null {
  const [kind = "", first = "", last = ""] = name.split("/");
  if (kind === "log") return { group: name, for: { [first]: strength.log, ...besides[first] }, against: {} };
  if (kind === "code") return { group: "code", for: { [first]: strength.code }, against: {} };
  if (kind === "rule" && (last === "error" || last === "warning" || last === "info"))
    return { group: `rule/${first}`, for: { [first]: strength[last] }, against: {} };
  return signs.get(name) ?? null;
}
