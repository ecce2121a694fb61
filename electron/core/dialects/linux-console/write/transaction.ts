// A push on the terminal's side, as scripts that each run to their end by themselves: when a step fails, everything is
// undone there, whether or not the cable still is. They ignore the loss of the line. See kit.ts for the names.
//
//   arm: prepare, send all scripts, start the watchdog -> "armed guarded" | "armed" | "failed STEP" | "busy" | "left ID"
//   apply: what runs                                   -> "done" | "failed STEP", undone
//   confirm: take it from the watchdog, what lasts     -> "done" | "failed STEP", undone | "late"
//   roll back                                          -> "undone" | "unclear"
//   finish: forget it all
//   any of them in a folder that is another push's     -> "other"
import type { ChecksumTool } from "../../../bytes/checksum-tools.ts";
import { binaryToText } from "../../../bytes/binary-text.ts";
import { quote } from "../encode.ts";
import { isFileRestored, keepFiles, placeFiles, prepareFile, restoreFiles } from "./files.ts";
import { makeWatch, startWatch } from "./guard.ts";
import { findFolder, findLeft, goScript, makeKit, runOwn, useKit } from "./kit.ts";
import type { Replacement, Step, Steps } from "./steps.ts";

export interface Transaction {
  /** Letters, digits and dashes. */
  readonly id: string;
  /** Each file is changed by one of them only: see edited-files.ts. */
  readonly parts: readonly Steps[];
  /** Seconds until what is not confirmed is taken back. */
  readonly seconds: number;
  /** What `$c` runs on the terminal. */
  readonly tool: ChecksumTool;
}

export function makeArm({ id, parts, seconds, tool }: Transaction): string {
  const files = parts.flatMap((part) => part.files);
  const send = (name: string, text: string): string => `s ${name} <<'${id}'\n${text}\n${id}`;
  const lines = [
    findFolder,
    `K=${quote(makeKit(files.length))}`,
    `eval "$K";T=$(printf '\\t')`,
    // A folder that nobody acts for any more was left by a push that was cut off. What it has changed is settled first.
    `mkdir $D 2>/dev/null||{ { [ ! -O $D ]||l;}&&{ echo busy;exit;};for n in armed fired confirmed failed;do [ -e $D/$n ]&&{ echo left $(cat $D/id);exit;};done;rm -rf $D;mkdir $D;}||{ echo "failed lock $D";exit;}`,
    `f(){ e "$1";rm -rf $D;exit;}`,
    `{ w pid&&echo ${quote(id)}>$D/id&&echo "$K">$D/kit;} 2>/dev/null||f 'write to memory'`,
    `s(){ cat >$D/$1||f "send $1";}`,
    ...parts.flatMap((part) => part.prepare.map(runStep)),
    ...files.flatMap((file) => prepareFile(file, tool).map(runStep)),
    send("go", goScript),
    send("todo", placeFiles(files)),
    send("undo", makeUndo(parts, files)),
    send("apply", makeApplyScript(parts)),
    send("confirm", makeConfirmScript(parts, files)),
    send("back", backScript),
    send("watch", makeWatch(seconds)),
    startWatch,
    `echo armed $G`,
  ];
  // Steps hold one character per byte; a script is text.
  return binaryToText(lines.join("\n"));
}

export function makeApply(id: string): string {
  return runOwn(id, "apply");
}

export function makeConfirm(id: string): string {
  return runOwn(id, "confirm");
}

export function makeRollBack(id: string): string {
  return runOwn(id, "back");
}

export function makeFinish(id: string): string {
  return `${findLeft};[ "$(cat $D/id)" = ${id} ]&&rm -rf $D;echo finished`;
}

function makeApplyScript(parts: readonly Steps[]): string {
  return [
    useKit,
    `w worker;[ ! -e $D/guard ]||h guard||f watchdog`,
    // When the deadline passes in the middle of a step, none follows it.
    ...parts.flatMap((part) => part.apply).map(({ name, shell }) => `[ -e $D/armed ]&&${runStep({ name, shell })}`),
    `[ -e $D/armed ]||f late`,
    `echo done`,
  ].join("\n");
}

function makeConfirmScript(parts: readonly Steps[], files: readonly Replacement[]): string {
  return [
    useKit,
    `w worker;mv $D/armed $D/confirmed 2>/dev/null||{ rm -f $D/worker;z;[ -e $D/kept ]&&echo done||echo late;exit;}`,
    ...keepFiles(files).map(runStep),
    ...parts.flatMap((part) => part.persist.map(runStep)),
    `mv $D/confirmed $D/kept||f keep`,
    `echo done`,
  ].join("\n");
}

const backScript = [
  useKit,
  // Whoever is at it already is waited for, and nobody waits for this one meanwhile.
  `w worker;if m armed confirmed kept failed;then u;else rm -f $D/worker;z;[ ! -e $D/fired ]||{ w worker;u;};fi`,
  `[ -e $D/restored ]&&echo undone||echo unclear`,
].join("\n");

/** A file of its own on the terminal, so that the watchdog and a later connection can run it; true when it worked. */
function makeUndo(parts: readonly Steps[], files: readonly Replacement[]): string {
  const undo = [...restoreFiles(files), ...parts.toReversed().flatMap((part) => part.undo)];
  const checks = [...files.map(isFileRestored), ...parts.flatMap((part) => part.isRestored)];
  return [
    useKit,
    `{ ${[...undo, ":"].join("\n")}\n} >/dev/null 2>&1`,
    `{ ${[":", ...checks.map((check) => `{ ${check};}`)].join("&&")};} >/dev/null 2>&1`,
  ].join("\n");
}

function runStep({ name, shell }: Step): string {
  return `{ ${shell};} 2>$D/err >/dev/null||f '${name}'`;
}
