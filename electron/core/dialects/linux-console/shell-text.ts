// What is typed into a terminal's shell, as text. See shell.ts for how it is used.
import { type ChecksumTool, checksumTools, printChecksum } from "../../bytes/checksum-tools.ts";
import { quote } from "./encode.ts";
import { ourContinuation, ourPrompt } from "./prompts.ts";

/** What the terminal said of itself. */
export interface Tools {
  /** Null: it has none, and counts octets in its place. */
  readonly checksum: ChecksumTool | null;
  /** 0 is root; null when the terminal cannot tell. */
  readonly userId: number | null;
  /** Whether its `tr` turns back what `v` takes. */
  readonly rotates: boolean;
  /** Whether it has what a watchdog is started with and tells its time by: see write/guard.ts. */
  readonly guards: boolean;
}

const findGuard =
  "PATH=$PATH:/usr/sbin:/sbin;[ -r /proc/uptime ]&&{ type setsid||type start-stop-daemon;}>/dev/null 2>&1&&echo g";

/** Finds the best checksum tool and says which, with the user's number, a rotated letter, and whether a watchdog could be: `~TOKEN cksum~0~N~g~`. */
function introduce(token: string): string {
  return `for c in ${checksumTools.join(" ")} wc\\ -c;do type $c>/dev/null 2>&1&&break;done;echo "~"${token} $c~$(id -u)~$(echo A|tr A-Z N-ZA-M)~$(${findGuard})~`;
}

/** The tools, once the introduction's answer stands in what was heard. */
export function readTools(heard: string, token: string): Tools | null {
  const [, name, user, rotated, guard] = new RegExp(`~${token} ([a-z0-9 -]+)~(\\d*)~(N?)~(g?)~\n`).exec(heard) ?? [];
  if (name === undefined) return null;
  const checksum = checksumTools.find((each) => each === name) ?? null;
  return { checksum, userId: user ? Number(user) : null, rotates: rotated === "N", guards: guard === "g" };
}

/** From a person's shell into a child of ours; leaving it gives the terminal's settings back. */
export function writeEntry(token: string): string {
  return ` s=$(stty -g);stty -echo -onlcr;${introduce(token)};c=$c PS1='${ourPrompt}' PS2='${ourContinuation}' ENV= LC_ALL=C TERM=dumb sh;stty "$s"\n`;
}

/** The same question to a child of ours that an earlier connection left. */
export function writeReentry(token: string): string {
  return ` ${introduce(token)}\n`;
}

/** `q` takes a question as it is; `v` takes one whose letters are rotated. */
export type Asking = "q" | "v";

const scriptOf = { q: '"$3"', v: '"$(printf %s "$3"|tr A-Za-z N-ZA-Mn-za-m)"' } as const;

const ask = (name: Asking): string =>
  `${name}(){ [ $1 = "$L" ]||{ [ "$(printf %s "$1$3"|$c)" = "$2" ]||{ echo "~$1!";return;};O=$(eval ${scriptOf[name]} 2>&1 </dev/null);S=$?;L=$1;};W $1 $S "$O";}`;

/** What every way of asking needs, and so the first one brings. No script that is asked for may name a function `W`. */
const common = [
  // `su` keeps a user's path, which lacks the folders of ip and ifup.
  "PATH=$PATH:/usr/sbin:/sbin",
  `W(){ printf '~%s %s %s\\n%s\\n~%s.\\n' $1 $2 "$(printf %s "$3"|$c)" "$3" $1;}`,
];

/** The functions for one way of asking, run only if they arrived whole. */
export function writeFunctions(name: Asking, { checksum }: Tools, isFirst: boolean): string {
  const text = [...(isFirst ? common : []), ask(name)].join(";");
  return ` Q=${quote(text)};[ "$(printf %s "$Q"|$c)" = "${sum(checksum, text)}" ]&&eval "$Q"\n`;
}

/** Bash would complete, expand and remember what is sent. It follows the first questions, which hold nothing of that kind. */
export const calmBash = ` [ "$BASH_VERSION" ]&&set +H +o emacs +o vi +o history 2>/dev/null\n`;

/**
 * One question; `script` has one character per byte. The checksum is over the token too: under an altered token a script
 * would run again when it is asked for under the right one. What changes anything is asked for with `v`: when a quote is
 * lost on the line, the shell takes the lines behind it for commands, and rotated ones are none.
 */
export function writeQuestion(name: Asking, token: string, { script, checksum }: Question): string {
  const sent = name === "v" ? rotate(script) : script;
  return ` ${name} ${token} "${sum(checksum, `${token}${sent}`)}" ${quote(sent)}\n`;
}

interface Question {
  readonly script: string;
  readonly checksum: ChecksumTool | null;
}

/** A piece of the kept output; a full stop behind it keeps its line ends. */
export function writePieceQuestion(token: string, from: number, count: number): string {
  return ` b(){ W $1 $S "$(printf %s "$O"|tail -c +$2|head -c $3;echo .)";};b ${token} ${from} ${count}\n`;
}

function sum(tool: ChecksumTool | null, binary: string): string {
  return tool === null ? String(binary.length) : printChecksum(tool, binary);
}

/** What the terminal's `tr` turns back; one that cannot runs nothing. */
function rotate(binary: string): string {
  return binary.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
