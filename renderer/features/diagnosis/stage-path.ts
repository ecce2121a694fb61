// Stages -> the same path picture as on the first screen: terminal, link, router, names, acquirer.
import type { Translate } from "../../i18n/translate.ts";
import type { HopId } from "../../ui/hop-glyph.tsx";
import type { HopView } from "../../ui/path-picture.tsx";
import type { HopState } from "../../ui/state-mark.tsx";
import type { Stage } from "./guide.ts";

const hopOrder: readonly HopId[] = ["terminal", "link", "router", "names", "acquirer"];

const places: Readonly<Record<Stage["stage"], HopId>> = {
  link: "link",
  address: "terminal",
  duplicate: "terminal",
  gateway: "router",
  name: "names",
  tcp: "acquirer",
  tls: "acquirer",
};

export interface StagePath {
  readonly hops: readonly HopView[];
  readonly broken: HopId | null;
}

export function drawStages(stages: readonly Stage[], say: Translate): StagePath {
  const hops = hopOrder.map((id): HopView => {
    const own = stages.filter(({ stage }) => places[stage] === id);
    const state = judgeStages(own);
    const name = say(`path.${id}`);
    const word = say(`path.${state}`);
    const value = own.find(({ outcome }) => outcome === "failed")?.target ?? own.at(-1)?.target ?? null;
    const spoken =
      value === null ? say("path.hop-bare", { name, state: word }) : say("path.hop", { name, state: word, value });
    return { id, glyph: id, name, state, word, value, spoken };
  });
  return { hops, broken: hops.find(({ state }) => state === "wrong")?.id ?? null };
}

/** One host that is silent among others that answer is odd, not wrong. */
function judgeStages(stages: readonly Stage[]): HopState {
  const isAny = (outcome: Stage["outcome"]): boolean => stages.some((stage) => stage.outcome === outcome);
  if (isAny("failed")) return isAny("passed") ? "odd" : "wrong";
  return isAny("passed") ? "ok" : "unknown";
}

const marks: Readonly<Record<Stage["outcome"], HopState>> = {
  passed: "ok",
  failed: "wrong",
  unable: "unknown",
  skipped: "not-needed",
};

export function markOf({ outcome }: Stage): HopState {
  return marks[outcome];
}
