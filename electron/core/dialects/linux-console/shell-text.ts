// What is typed into a terminal's shell, as text. See shell.ts for how it is used.
import { type ChecksumTool, checksumTools, printChecksum } from "../../bytes/checksum-tools.ts";
import { quote } from "./encode.ts";
import { ourContinuation, ourPrompt } from "./prompts.ts";

/** Finds the best checksum tool and says which, with the user's number: `~TOKEN cksum~0~`. */
function introduce(token: string): string {
  return `for c in ${checksumTools.join(" ")} wc\\ -c;do type $c>/dev/null 2>&1&&break;done;echo "~"${token} $c~$(id -u)~`;
}

/** From a person's shell into a child of ours; leaving it gives the terminal's settings back. */
export function writeEntry(token: string): string {
  return ` s=$(stty -g);stty -echo -onlcr;${introduce(token)};c=$c PS1='${ourPrompt}' PS2='${ourContinuation}' ENV= LC_ALL=C TERM=dumb sh;stty "$s"\n`;
}

/** The same question to a child of ours that an earlier connection left. */
export function writeReentry(token: string): string {
  return ` ${introduce(token)}\n`;
}

const functions = [
  // `su` keeps a user's path, which lacks the folders of ip and ifup.
  "PATH=$PATH:/usr/sbin:/sbin",
  `w(){ printf '~%s %s %s\\n%s\\n~%s.\\n' $1 $2 "$(printf %s "$3"|$c)" "$3" $1;}`,
  `q(){ [ $1 = "$L" ]||{ [ "$(printf %s "$3"|$c)" = "$2" ]||{ echo "~$1!";return;};O=$(eval "$3" 2>&1 </dev/null);S=$?;L=$1;};w $1 $S "$O";}`,
].join(";");

/** The functions, run only if they arrived whole. */
export function writeFunctions(tool: ChecksumTool | null): string {
  return ` Q=${quote(functions)};[ "$(printf %s "$Q"|$c)" = "${sum(tool, functions)}" ]&&eval "$Q"\n`;
}

/** Bash would complete, expand and remember what is sent. It follows the first questions, which hold nothing of that kind. */
export const calmBash = ` [ "$BASH_VERSION" ]&&set +H +o emacs +o vi +o history\n`;

/** `script`: one character per byte. */
export function writeQuestion(token: string, script: string, tool: ChecksumTool | null): string {
  return ` q ${token} "${sum(tool, script)}" ${quote(script)}\n`;
}

/** A piece of the kept output; a full stop behind it keeps its line ends. */
export function writePieceQuestion(token: string, from: number, count: number): string {
  return ` b(){ w $1 $S "$(printf %s "$O"|tail -c +$2|head -c $3;echo .)";};b ${token} ${from} ${count}\n`;
}

function sum(tool: ChecksumTool | null, binary: string): string {
  return tool === null ? String(binary.length) : printChecksum(tool, binary);
}
