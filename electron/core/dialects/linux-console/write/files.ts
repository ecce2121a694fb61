// Changing a file on the terminal so that it is the old one or the new one: written beside, mode and owner kept,
// flushed, renamed. A file that was not there is made readable by all. One that is a mount point cannot be renamed onto
// (EBUSY) and is overwritten in place.
import { textToBinary } from "../../../bytes/binary-text.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { encodeWord, quote } from "../encode.ts";
import type { Steps } from "./steps.ts";

export interface FileChange {
  readonly path: string;
  /** As it was read, whole. */
  readonly before: string;
  readonly after: string;
  /** A short name, unique within the transaction, for the copies in its folder. */
  readonly label: string;
}

/** What `$(cat FILE;echo .)` is held against: whole text, line end at the end included. */
function quoteContent(path: string, content: string): Result<string> {
  // U+FFFD stands for bytes that are no UTF-8: what would be written is not what was read.
  const odd = /[^\P{Cc}\n\t]|\ufffd/u.exec(content);
  if (odd)
    return fail(
      makeFailure("value-refused", {
        field: path,
        character: `U+${odd[0].charCodeAt(0).toString(16).padStart(4, "0")}`,
      }),
    );
  return succeed(quote(textToBinary(content)).replaceAll("\t", `'"$T"'`));
}

export function changeFile({ path, before, after, label }: FileChange): Result<Steps> {
  const target = encodeWord("file", path);
  const old = quoteContent(path, before);
  const fresh = quoteContent(path, after);
  if (!target.ok) return target;
  if (!old.ok) return old;
  if (!fresh.ok) return fresh;
  const file = target.value;
  const beside = encodeWord("file", `${path}.counterpart`);
  if (!beside.ok) return beside;
  return succeed({
    prepare: [
      { name: "plan-stale", shell: `[ "$(cat ${file};echo .)" = ${old.value}. ]` },
      { name: `copy ${label}`, shell: `{ [ ! -e ${file} ]||cp -p ${file} $D/${label}.old;}` },
      { name: `send ${label}`, shell: `printf %s ${fresh.value}>$D/${label}.new` },
    ],
    apply: [],
    persist: [{ name: `write ${label}`, shell: `x $D/${label}.new ${file} ${beside.value}` }],
    undo: [
      `if [ -e $D/${label}.old ];then cmp -s $D/${label}.old ${file}||x $D/${label}.old ${file} ${beside.value};elif [ -e $D/${label}.new ];then rm -f ${file};fi`,
    ],
    isRestored: [`if [ -e $D/${label}.old ];then cmp -s $D/${label}.old ${file};else [ ! -e ${file} ];fi`],
  });
}

/** `x NEW FILE BESIDE`: the function that the steps above call. */
export const replaceFunction = `x(){ if [ -e "$2" ];then cp -p "$2" "$3";else :>"$3"&&chmod 644 "$3";fi&&cat "$1">"$3"&&sync&&{ mv -f "$3" "$2" 2>/dev/null||cat "$1">"$2";}&&sync;rm -f "$3";cmp -s "$1" "$2";}`;
