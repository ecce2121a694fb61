// All changes of a push as one script that the terminal carries out by itself: prepare, apply, persist; when a step
// fails, everything is undone there, whether or not the cable still is. It ignores the loss of the line, holds a
// folder as its lock, and prints one word of outcome.
//
//   prepare -> apply -> persist -> "done"          the folder stays, with what `undo` needs, until `finish`
//        \        \         \-> undo -> "failed STEP REASON"
import type { WriteOutcome } from "../../dialect.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { replaceFunction } from "./files.ts";
import type { Step, Steps } from "./steps.ts";

/** In memory where there is memory: a restart clears it. */
const folder = `D=/run;[ -w $D ]||D=/tmp;D=$D/counterpart`;

export function makeTransaction(parts: readonly Steps[]): string {
  const undo = parts.toReversed().flatMap((part) => part.undo);
  return [
    `trap '' HUP INT PIPE;umask 077;T=$(printf '\\t')`,
    folder,
    // A lock whose holder is gone is a push that was cut off by the end of its process: its folder is replaced.
    // (BusyBox takes an empty number for 0, its own group, which always lives.)
    `if ! mkdir $D 2>/dev/null;then P=$(cat $D/pid 2>/dev/null);[ "$P" ]&&kill -0 $P 2>/dev/null&&{ echo busy;exit;};rm -rf $D;mkdir $D||{ echo "failed lock $D";exit;};fi`,
    `sh -c 'echo $PPID'>$D/pid`,
    replaceFunction,
    `u(){ { ${[...undo, ":"].join("\n")}\n} >/dev/null 2>&1;}`,
    `f(){ E=$(tail -n 3 $D/err 2>/dev/null|tr '\\n' ' ');[ -z "$2" ]||u;rm -rf $D;echo "failed $1";echo "$E";exit;}`,
    ...parts.flatMap((part) => part.prepare.map((step) => runStep(step, ""))),
    ...parts.flatMap((part) => part.apply.map((step) => runStep(step, " 1"))),
    ...parts.flatMap((part) => part.persist.map((step) => runStep(step, " 1"))),
    `echo done`,
  ].join("\n");
}

/** The same undo, asked for when what is read back is not what was wanted. */
export function makeUndo(parts: readonly Steps[]): string {
  const undo = parts.toReversed().flatMap((part) => part.undo);
  return [
    `trap '' HUP INT PIPE;umask 077`,
    folder,
    replaceFunction,
    `{ ${[...undo, ":"].join("\n")}\n} >/dev/null 2>&1`,
    `rm -rf $D`,
    `echo undone`,
  ].join("\n");
}

export function makeFinish(): string {
  return `${folder};rm -rf $D;echo finished`;
}

function runStep({ name, shell }: Step, undo: string): string {
  return `{ ${shell};} 2>$D/err >/dev/null||f '${name}'${undo}`;
}

/** The outcome stands in the last line, or in the one before it when a step's own last words follow. */
export function readOutcome(output: string): Result<WriteOutcome> {
  const lines = output.trim().split("\n");
  const last = lines.at(-1) ?? "";
  const [outcome, reason] = lines.at(-2)?.startsWith("failed ") ? [lines.at(-2) ?? "", last] : [last, ""];
  if (outcome === "done") return succeed({ kind: "written" });
  if (outcome === "busy") return fail(makeFailure("terminal-busy"));
  if (outcome === "failed plan-stale") return fail(makeFailure("plan-stale"));
  if (outcome.startsWith("failed "))
    return succeed({ kind: "restored", step: outcome.slice(7), reason: reason.trim() });
  return succeed({ kind: "unclear", step: "transaction", reason: outcome.slice(0, 80) });
}
