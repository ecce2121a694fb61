// A push on the terminal's side, as scripts that each run to their end by themselves: when a step fails, everything is
// undone there, whether or not the cable still is. They ignore the loss of the line and share one folder in memory,
// which is also the lock that keeps another PC out.
//
//   arm: prepare, send `undo`, start the watchdog     -> "armed guarded" | "armed" | "failed STEP" | "busy"
//   apply: what runs                                  -> "done" | "failed STEP", undone
//   confirm: take it from the watchdog, what lasts    -> "done" | "failed STEP", undone | "late"
//   roll back                                         -> "undone" | "unclear"
//   finish: forget it all
import { textToBinary } from "../../../bytes/binary-text.ts";
import { quote } from "../encode.ts";
import { replaceFunction } from "./files.ts";
import { makeWatch, startWatch, takeFromWatch } from "./guard.ts";
import type { Step, Steps } from "./steps.ts";

/** In memory where there is memory: a restart clears it, and with it everything that was not confirmed. */
const folder = `D=/run;[ -w $D ]||D=/tmp;D=$D/counterpart`;

const prelude = [`trap '' HUP INT PIPE;umask 077;T=$(printf '\\t')`, folder, replaceFunction];

/** $1: the step; undoes what was applied, and says so. */
const failAndUndo = `f(){ E=$(tail -n 3 $D/err 2>/dev/null|tr '\\n' ' ');[ ! -e $D/armed ]||mv $D/armed $D/fired 2>/dev/null;sh $D/undo;echo "failed $1";echo "$E";exit;}`;

export function makeArm(parts: readonly Steps[], seconds: number): string {
  return [
    ...prelude,
    // A lock whose holder is gone is a push that was cut off by the end of its process: its folder is replaced.
    // (BusyBox takes an empty number for 0, its own group, which always lives.)
    `if ! mkdir $D 2>/dev/null;then P=$(cat $D/pid 2>/dev/null);[ "$P" ]&&kill -0 $P 2>/dev/null&&{ echo busy;exit;};rm -rf $D;mkdir $D||{ echo "failed lock $D";exit;};fi`,
    `f(){ E=$(tail -n 3 $D/err 2>/dev/null|tr '\\n' ' ');rm -rf $D;echo "failed $1";echo "$E";exit;}`,
    ...parts.flatMap((part) => part.prepare.map(runStep)),
    runStep({ name: "send undo", shell: `printf %s ${quote(textToBinary(makeUndo(parts)))}>$D/undo` }),
    runStep({ name: "send watch", shell: `printf %s ${quote(textToBinary(makeWatch(folder, seconds)))}>$D/watch` }),
    startWatch,
    // Without a watchdog the lock lives as long as the shell that this connection has opened.
    `if [ $G ];then :>$D/guarded;else rm -f $D/armed;echo $$>$D/pid;fi`,
    `echo armed $G`,
  ].join("\n");
}

export function makeApply(parts: readonly Steps[]): string {
  return [...prelude, failAndUndo, ...parts.flatMap((part) => part.apply.map(runStep)), `echo done`].join("\n");
}

export function makeConfirm(parts: readonly Steps[]): string {
  return [
    ...prelude,
    failAndUndo,
    // The watchdog ends when it is confirmed; from here on the lock is this shell's.
    `echo $$>$D/pid.own`,
    takeFromWatch("confirmed"),
    `[ $W = late ]&&{ echo late;exit;};mv $D/pid.own $D/pid`,
    ...parts.flatMap((part) => part.persist.map(runStep)),
    `echo done`,
  ].join("\n");
}

export function makeRollBack(): string {
  return [...prelude, takeFromWatch("fired"), `sh $D/undo&&echo undone||echo unclear`].join("\n");
}

export function makeFinish(): string {
  return `${folder};rm -rf $D;echo finished`;
}

/** A file of its own on the terminal, so that the watchdog and a later connection can run it; true when it worked. */
function makeUndo(parts: readonly Steps[]): string {
  const undo = parts.toReversed().flatMap((part) => part.undo);
  const checks = parts.flatMap((part) => part.isRestored).map((check) => `{ ${check};}`);
  return [
    `PATH=$PATH:/usr/sbin:/sbin`,
    ...prelude,
    `{ ${[...undo, ":"].join("\n")}\n} >/dev/null 2>&1`,
    `{ ${[":", ...checks].join("&&")};} >/dev/null 2>&1`,
  ].join("\n");
}

function runStep({ name, shell }: Step): string {
  return `{ ${shell};} 2>$D/err >/dev/null||f '${name}'`;
}
