// The hops of the path as the stages tell them: passed up to one, which fails in its own way, and skipped behind it.
import type { Stage, StageName } from "../../../../electron/core/diagnosis/stage.ts";
import type { Random } from "./random.ts";
import type { Shop } from "./terminal.ts";

const order: readonly StageName[] = ["link", "address", "duplicate", "gateway", "name", "tcp", "tls"];

export interface Break {
  readonly at: StageName;
  readonly reason: Stage["reason"];
  readonly detail?: string;
  /** With several hosts: only the first of them fails. */
  readonly onlyFirst?: boolean;
}

/** `null`: every hop passes. */
export function walk(shop: Shop, random: Random, broken: Break | null): readonly Stage[] {
  const stages: Stage[] = [];
  let isOver = false;
  for (const stage of order) {
    const targets = listTargets(stage, shop);
    const fails = broken?.at === stage;
    if (isOver || (targets.length === 0 && !fails)) {
      stages.push(tell(stage, "skipped", null));
      continue;
    }
    for (const [index, target] of targets.entries()) {
      const isBroken = fails && (broken.onlyFirst !== true || index === 0);
      // Some terminals have no program to ask for a duplicate with.
      const isUnable = stage === "duplicate" && !fails && random.chance(0.3);
      if (isBroken)
        stages.push({ ...tell(stage, "failed", target), reason: broken.reason, detail: broken.detail ?? "" });
      else stages.push(tell(stage, isUnable ? "unable" : "passed", target));
    }
    isOver = fails && stage !== "duplicate" && broken.onlyFirst !== true;
  }
  return stages.map((stage) => (stage.ms === null ? stage : { ...stage, ms: random.between(2, 900) }));
}

export function fromPc(stage: StageName, outcome: Stage["outcome"], reason: Stage["reason"] = null): Stage {
  return { stage, from: "pc", outcome, reason, target: null, ms: 12, detail: "" };
}

function tell(stage: StageName, outcome: Stage["outcome"], target: string | null): Stage {
  const isAsked = outcome !== "skipped";
  return {
    stage,
    from: "terminal",
    outcome,
    reason: outcome === "passed" ? "ok" : null,
    target,
    ms: isAsked ? 1 : null,
    detail: "",
  };
}

function listTargets(stage: StageName, { hosts, address, gateway }: Shop): readonly string[] {
  const places = hosts.map(({ host, port }) => `${host}:${port}`);
  switch (stage) {
    case "link":
      return ["eth0"];
    case "address":
    case "duplicate":
      return [address];
    case "gateway":
      return [gateway];
    case "name":
      return hosts
        .filter(({ host }) => /[a-z]/.test(host))
        .map(({ host }) => host)
        .slice(0, 1);
    case "tcp":
      return places;
    case "tls":
      return hosts.some(({ tls }) => tls) ? places : [];
  }
}
