// The last words of a transaction's script, as data.
import type { ArmOutcome, WriteOutcome } from "../../dialect.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";

export function readArmed(output: string): Result<ArmOutcome> {
  const { word, reason } = findLastWords(output);
  if (word === "armed" || word === "armed guarded") return succeed({ isGuarded: word === "armed guarded" });
  if (word === "busy") return fail(makeFailure("terminal-busy"));
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
