// The last words of a transaction's script, as data.
import type { ArmOutcome, Standing, WriteOutcome } from "../../dialect.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";

export function readArmed(output: string): Result<ArmOutcome> {
  const { word, reason } = findLastWords(output);
  if (word === "armed" || word === "armed guarded") return succeed({ isGuarded: word === "armed guarded" });
  if (word === "busy") return fail(makeFailure("terminal-busy"));
  if (word.startsWith("left")) return fail(makeFailure("push-unsettled", { id: word.slice(5, 69) }));
  if (word === "failed plan-stale") return fail(makeFailure("plan-stale"));
  return fail(makeFailure("command-failed", { step: word.slice(0, 80), reason }));
}

export function readOutcome(output: string): WriteOutcome {
  const { word, reason } = findLastWords(output);
  if (word === "done") return { kind: "done" };
  if (word === "late") return { kind: "late" };
  if (word.startsWith("failed ")) return { kind: "failed", step: word.slice(7), reason };
  return { kind: "unclear", step: word.slice(0, 80), reason };
}

/** The outcome stands in the last line, or in the one before it when a step's own last words follow. */
function findLastWords(output: string): { readonly word: string; readonly reason: string } {
  const lines = output.trim().split("\n");
  const last = (lines.at(-1) ?? "").trim();
  const before = lines.at(-2) ?? "";
  return before.startsWith("failed ") ? { word: before, reason: last } : { word: last, reason: "" };
}

/** `left PHASE held|free ID`, the last two missing with `nothing`; null when nothing is there. */
export function readStanding(output: string): Result<Standing | null> {
  const [, phase, hold, id] = /^left (\w+)(?: (held|free) ?([A-Za-z0-9-]*))?$/m.exec(output.trim()) ?? [];
  if (phase === "nothing") return succeed(null);
  const known = phases.find((each) => each === phase);
  if (known === undefined) return fail(makeFailure("answer-unreadable", { step: "inspect" }));
  return succeed({ phase: known, isHeld: hold === "held", id: id === undefined || id === "" ? null : id });
}

const phases: readonly Standing["phase"][] = [
  "begun",
  "armed",
  "fired",
  "restored",
  "failed",
  "confirmed",
  "kept",
  "between",
];
