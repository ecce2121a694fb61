// A test as a script that the terminal runs by itself, and what its answer means:
//
//   test -> script --one round trip--> sections: begin, TOOL, TOOL, ..., end -> judge -> outcome, reason, evidence
//
// A probe tries the tools that a terminal may have, best first, until one has said something. Every tool runs under a
// timer of the script's own, so that nothing is left behind and no line needs to be alive for it to end.
import type { Result } from "../../../failures/result.ts";
import type { TestResult } from "../../terminal-test.ts";
import type { Sections } from "../facts/sections.ts";

export type Seen = Pick<TestResult, "outcome" | "reason" | "evidence">;

export interface Probe {
  /** Shell text between the prelude and the end; values in it are encoded. */
  readonly script: string;
  readonly judge: (sections: Sections) => Seen;
}

/** How a kind of test becomes a probe; `seconds` is what each tool may take. */
export type MakeProbe<Test> = (test: Test, seconds: number) => Result<Probe>;

export const noTool: Seen = { outcome: "unable", reason: "no-tool", evidence: "" };

export function pass(evidence: string): Seen {
  return { outcome: "passed", reason: "ok", evidence };
}

export function miss(reason: TestResult["reason"], evidence: string): Seen {
  return { outcome: "failed", reason, evidence };
}

/** The first line that matches, as evidence; null when none does. */
export function findLine(text: string, pattern: RegExp): string | null {
  const line = text.split("\n").find((each) => pattern.test(each));
  return line === undefined ? null : line.trim();
}
