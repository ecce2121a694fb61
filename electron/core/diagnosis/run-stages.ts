// Planned stages -> stages with their outcomes, each told as soon as it is over; whoever asks gives the way to ask.
import type { TerminalTest, TestResult } from "../dialects/terminal-test.ts";
import { type Result, succeed } from "../failures/result.ts";
import type { PlannedStage } from "./plan-stages.ts";
import type { Stage, StageName } from "./stage.ts";

export interface Asking {
  readonly from: Stage["from"];
  readonly ask: (test: TerminalTest) => Promise<Result<TestResult>>;
  readonly onStage: (stage: Stage) => void;
  /** ISO 8601. */
  readonly now: () => string;
}

/** Failures are those of `ask`: the line is gone, the person stopped it. What the network does is an outcome. */
export async function runStages(planned: readonly PlannedStage[], asking: Asking): Promise<Result<readonly Stage[]>> {
  const stages: Stage[] = [];
  const tell = (stage: Stage): void => {
    stages.push(stage);
    asking.onStage(stage);
  };
  let isOver = false;
  for (const { stage, tests, isDecisive } of planned) {
    if (isOver || tests.length === 0) {
      tell(skipStage(stage, asking.from));
      continue;
    }
    let passed = 0;
    for (const test of tests) {
      const result = await asking.ask(test);
      if (!result.ok) return result;
      if (result.value.outcome !== "failed") passed++;
      tell({ ...toStage(stage, asking.from, result.value), at: asking.now() });
    }
    // One host of several that can be reached is worth asking further.
    isOver = isDecisive && passed === 0;
  }
  return succeed(stages);
}

function describeTarget(test: TerminalTest): string {
  switch (test.kind) {
    case "link":
      return test.interface;
    case "address":
    case "duplicate":
    case "gateway":
      return test.address;
    case "name":
      return test.name;
    case "tcp":
    case "tls":
      return `${test.host}:${test.port}`;
  }
}

function toStage(stage: StageName, from: Stage["from"], result: TestResult): Stage {
  const { outcome, reason, milliseconds, evidence } = result;
  return { stage, from, outcome, reason, target: describeTarget(result.test), ms: milliseconds, detail: evidence };
}

function skipStage(stage: StageName, from: Stage["from"]): Stage {
  return { stage, from, outcome: "skipped", reason: null, target: null, ms: null, detail: "" };
}
