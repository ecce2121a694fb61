// One test of a terminal's network, from the question to the result.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { TerminalTest, TestResult } from "../../terminal-test.ts";
import { parseSections, type Sections } from "../facts/sections.ts";
import { probeAddress } from "./address.ts";
import { probeDuplicate } from "./duplicate.ts";
import { probeGateway } from "./gateway.ts";
import { probeLink } from "./link.ts";
import { probeName } from "./name.ts";
import { ending, writePrelude } from "./prelude.ts";
import type { Probe } from "./probe.ts";
import { probeTcp } from "./tcp.ts";
import { probeTls } from "./tls.ts";

/** Characters of evidence that are kept. */
const evidenceLimit = 512;

export interface Question {
  readonly script: string;
  /** Failures: `answer-unreadable` when the terminal did not come to the end of the script. */
  readonly read: (output: string) => Result<TestResult>;
}

/** `key` is drawn for each question, so that no peer's words can forge a section of the answer. */
export function makeQuestion(test: TerminalTest, seconds: number, key: string): Result<Question> {
  const probe = makeProbe(test, seconds);
  if (!probe.ok) return probe;
  const { script, judge } = probe.value;
  return succeed({
    script: [writePrelude(key), script, ending].join("\n"),
    read: (output) => {
      const sections = parseSections([output], key);
      const milliseconds = readDuration(sections);
      if (milliseconds === null) return fail(makeFailure("answer-unreadable", { step: `test ${test.kind}` }));
      const { outcome, reason, evidence } = judge(sections);
      const words = evidence.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").slice(0, evidenceLimit);
      return succeed({ test, outcome, reason, milliseconds, evidence: words });
    },
  });
}

function makeProbe(test: TerminalTest, seconds: number): Result<Probe> {
  switch (test.kind) {
    case "link":
      return probeLink(test, seconds);
    case "address":
      return probeAddress(test, seconds);
    case "duplicate":
      return probeDuplicate(test, seconds);
    case "gateway":
      return probeGateway(test, seconds);
    case "name":
      return probeName(test, seconds);
    case "tcp":
      return probeTcp(test, seconds);
    case "tls":
      return probeTls(test, seconds);
  }
}

/** Seconds since the start of the terminal, in hundredths; whole seconds since 1970 where it does not tell. */
function readDuration(sections: Sections): number | null {
  const [begin, end] = ["begin", "end"].map((name) => Number.parseFloat(sections.get(name) ?? ""));
  if (begin === undefined || end === undefined || Number.isNaN(begin) || Number.isNaN(end)) return null;
  return Math.max(0, Math.round((end - begin) * 1000));
}
