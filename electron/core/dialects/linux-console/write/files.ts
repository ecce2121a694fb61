// Changing a file on the terminal so that it is the old one or the new one: written beside, mode and owner kept,
// flushed, renamed. What it held is proven by its checksum, and only the part that differs travels: a long file costs
// no more than a short one.
import { type ChecksumTool, printChecksum } from "../../../bytes/checksum-tools.ts";
import { textToBinary } from "../../../bytes/binary-text.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { encodeWord, quote } from "../encode.ts";
import { fileLimit } from "../facts/script.ts";
import { placeFunction } from "./kit.ts";
import type { Replacement, Step } from "./steps.ts";

export interface FileChange {
  readonly path: string;
  /** As it was read, whole. */
  readonly before: string;
  readonly after: string;
  /** A short name, unique within the transaction, for the copies in its folder. */
  readonly label: string;
}

export function changeFile({ path, before, after, label }: FileChange): Result<Replacement> {
  const target = encodeWord("file", path);
  const beside = encodeWord("file", `${path}.counterpart`);
  const old = encodeContent(path, before);
  const fresh = encodeContent(path, after);
  if (!target.ok) return target;
  if (!beside.ok) return beside;
  if (!old.ok) return old;
  if (!fresh.ok) return fresh;
  if (old.value.length >= fileLimit) return fail(makeFailure("file-too-long", { file: path, bytes: fileLimit }));
  return succeed({ file: target.value, beside: beside.value, label, before: old.value, after: fresh.value });
}

/** Octets that a file may hold. */
function encodeContent(path: string, content: string): Result<string> {
  // U+FFFD stands for bytes that are no UTF-8: what would be written is not what was read.
  const odd = /[^\P{Cc}\n\t]|\ufffd/u.exec(content);
  if (!odd) return succeed(textToBinary(content));
  const character = `U+${odd[0].charCodeAt(0).toString(16).padStart(4, "0")}`;
  return fail(makeFailure("value-refused", { field: path, character }));
}

/** Proves that the file is as it was read, copies it, and puts the new text beside the copy. */
export function prepareFile({ file, label, before, after }: Replacement, tool: ChecksumTool): readonly Step[] {
  const { start, middle, end } = findDifference(before, after);
  const text = quote(middle).replaceAll("\t", `'"$T"'`);
  const old = `$D/${label}.old`;
  const head = start === 0 ? "" : `head -c ${start} ${old};`;
  const tail = end === before.length ? "" : `;tail -c +${end + 1} ${old}`;
  const [was, becomes] = [before, after].map((each) => printChecksum(tool, each));
  return [
    { name: "plan-stale", shell: `[ "$(cat ${file}|$c)" = "${was}" ]` },
    // That there was none is written down: a copy that is missing must never cost a file.
    { name: `copy ${label}`, shell: `if [ -e ${file} ];then cp -p ${file} ${old};else :>$D/${label}.none;fi` },
    {
      name: `send ${label}`,
      shell: `{ ${head}printf %s ${text}${tail};}>$D/${label}.new;[ "$($c<$D/${label}.new)" = "${becomes}" ]`,
    },
  ];
}

/** The script that puts what stands beside in the files' places; run again, it ends what was cut off. */
export function placeFiles(files: readonly Replacement[]): string {
  return [placeFunction, ...files.map(({ file, beside }) => `y ${beside} ${file}`)].join("\n");
}

export function keepFiles(files: readonly Replacement[]): readonly Step[] {
  if (files.length === 0) return [];
  return [
    ...files.map(({ file, beside, label }) => ({
      name: `write ${label}`,
      shell: `g $D/${label}.new ${file} ${beside}`,
    })),
    { name: "place files", shell: "k" },
    ...files.map(({ file, label }) => ({ name: `compare ${label}`, shell: `cmp -s $D/${label}.new ${file}` })),
  ];
}

/** Puts the copies back where the files differ, all or none; a file that was not there goes. */
export function restoreFiles(files: readonly Replacement[]): readonly string[] {
  const [only, ...others] = files;
  if (!only) return [];
  if (others.length === 0) {
    const old = `$D/${only.label}.old`;
    return [
      `rm -f ${only.beside}`,
      `[ ! -e ${old} ]||cmp -s ${old} ${only.file}||{ g ${old} ${only.file} ${only.beside}&&k;}||rm -f ${only.beside}`,
      `[ ! -e $D/${only.label}.none ]||rm -f ${only.file}`,
    ];
  }
  const besides = files.map(({ beside }) => beside).join(" ");
  return [
    `rm -f ${besides};S=`,
    ...files.map(
      ({ file, beside, label }) =>
        `[ ! -e $D/${label}.old ]||cmp -s $D/${label}.old ${file}||g $D/${label}.old ${file} ${beside}||S=full`,
    ),
    `if [ $S ];then rm -f ${besides};else k;fi`,
    ...files.map(({ file, label }) => `[ ! -e $D/${label}.none ]||rm -f ${file}`),
  ];
}

/** True on the terminal when the file is as it was. */
export function isFileRestored({ file, label }: Replacement): string {
  return `if [ -e $D/${label}.none ];then [ ! -e ${file} ];else cmp -s $D/${label}.old ${file};fi`;
}

/** Where two texts part and where they meet again: `before` without [start, end) and with `middle` there is `after`. */
function findDifference(before: string, after: string): { start: number; middle: string; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  // Not within a character: what is sent is text.
  const isInside = (octet: string | undefined): boolean => octet !== undefined && octet >= "\x80" && octet < "\xc0";
  while (start > 0 && (isInside(before[start]) || isInside(after[start]))) start--;
  while (same > 0 && isInside(before.at(-same))) same--;
  return { start, middle: after.slice(start, after.length - same), end: before.length - same };
}
