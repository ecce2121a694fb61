// Why a cable does not lead to a terminal:
//
//   facts (gathered, nothing opened) -> checks, one for each complaint people have -> state, sentence, steps
//
// The first that is wrong, else odd, else not known, is the one thing to do.
import type { Localized } from "../../core/failures/localized.ts";
import { checkDevice, checkListing, checkWhich, findFreshPort } from "./checks/device.ts";
import { checkDriver } from "./checks/driver.ts";
import { checkPace, checkSpeed } from "./checks/line.ts";
import { checkFree, checkName, checkPermission, checkPresent } from "./checks/port.ts";
import type { DoctorFacts } from "./facts.ts";
import { type Saying, sayingsEn, titlesEn } from "./texts/en.ts";
import { sayingsZhCn, titlesZhCn } from "./texts/zh-cn.ts";
import type { CheckId } from "./check-id.ts";
import type { Check, CheckResult, CheckState, Verdict } from "./verdict.ts";

/** In the order in which a person would look. */
const checks: readonly (readonly [CheckId, Check])[] = [
  ["device", checkDevice],
  ["driver", checkDriver],
  ["listing", checkListing],
  ["which", checkWhich],
  ["name", checkName],
  ["present", checkPresent],
  ["permission", checkPermission],
  ["free", checkFree],
  ["speed", checkSpeed],
  ["pace", checkPace],
];

const urgency: readonly CheckState[] = ["wrong", "odd", "unknown"];

export interface Diagnosis {
  readonly checks: readonly CheckResult[];
  /** The check to act on; null when nothing is amiss. */
  readonly first: CheckId | null;
  /** The port that was just plugged in. */
  readonly fresh: string | null;
}

export function examine(facts: DoctorFacts): Diagnosis {
  const results = checks.map(([id, check]) => describeVerdict(id, check(facts)));
  const first = urgency.flatMap((state) => results.filter((result) => result.state === state))[0];
  return { checks: results, first: first?.id ?? null, fresh: findFreshPort(facts.devices, facts.asked.seen) };
}

function describeVerdict(id: CheckId, { state, saying, values = {} }: Verdict): CheckResult {
  const [en, zhCn]: readonly [Saying, Saying] = [sayingsEn[saying], sayingsZhCn[saying]];
  const fillBoth = (english: string, chinese: string): Localized => ({
    en: fill(english, values),
    "zh-CN": fill(chinese, values),
  });
  return {
    id,
    state,
    title: { en: titlesEn[id], "zh-CN": titlesZhCn[id] },
    sentence: fillBoth(en.sentence, zhCn.sentence),
    steps: en.steps.map((step, place) => fillBoth(step, zhCn.steps[place] ?? "")),
  };
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
