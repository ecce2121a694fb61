// What the scripts of a push have in common on the terminal: one folder in memory, which is also the lock that keeps
// another PC out, and functions that each script takes from a file in it.
//
// Exactly one of these names says how far the push is; whoever moves it, acts:
//
//   arming -> armed --> confirmed --> kept       it lasts
//               \          \           \
//                `----------`-----------`--> fired --> restored | failed
import { quote } from "../encode.ts";

/** In memory where there is memory: a restart clears it, and with it everything that was not confirmed. */
export const findFolder = `D=/run;[ -w $D ]||D=/tmp;D=$D/counterpart`;

/** Survives a power cut between the renames of a confirmation: a script that ends it; its first line is the push's id. */
export const marker = "/etc/.counterpart";

/**
 * `h NAME`: whether the process noted under a name lives; its start time tells it from a later one with its number.
 * `l`: whether somebody acts for the folder; what was noted by this very shell is left from an earlier connection.
 */
export const livingFunctions = [
  `t(){ set -- $(sed 's/.*) //' /proc/$1/stat 2>/dev/null);echo \${20};}`,
  `h(){ read p s<$D/$1&&kill -0 $p&&[ "$(t $p)" = "$s" ];} 2>/dev/null`,
  `l(){ h guard||h worker||{ h pid&&[ $p != $$ ];};}`,
].join("\n");

export const kit = [
  `trap '' HUP INT PIPE;umask 077;PATH=$PATH:/usr/sbin:/sbin`,
  livingFunctions,
  `w(){ echo $$ $(t $$)>$D/$1.t&&mv $D/$1.t $D/$1;}`,
  // m NAME...: takes the decision, whoever has it.
  `m(){ for n;do mv $D/$n $D/fired 2>/dev/null&&return;done;return 1;}`,
  // u: takes everything back; what it was taken back from is then of no use, and may hold secrets.
  `u(){ for n in 1 2 3;do sh $D/undo&&{ (cd $D&&rm -f *.old *.new *.none *.if apply confirm todo);mv $D/fired $D/restored;return;};sleep 1;done;mv $D/fired $D/failed;return 1;}`,
  `f(){ E=$(tail -n 3 $D/err 2>/dev/null|tr '\\n' ' ');m armed confirmed&&u;echo "failed $1";echo "$E";exit;}`,
  // z: waits for whoever is taking it back.
  `z(){ n=0;while [ -e $D/fired ]&&{ h guard||h worker;}&&[ $n -lt 120 ];do sleep 1;n=$((n+1));done;}`,
  // g NEW FILE BESIDE: writes beside, with the mode and owner of the file; a new one is made readable by all.
  `g(){ if [ -e "$2" ];then cp -p "$2" "$3";else :>"$3"&&chmod 644 "$3";fi&&cat "$1">"$3";}`,
  // k: what stands beside takes the place of the files; more than one are marked first.
  `k(){ M=${marker};sync;[ $1 -lt 2 ]||{ { echo "#$(cat $D/id)";cat $D/todo;}>$M.new&&sync&&mv $M.new $M&&sync;}&&sh $D/todo&&sync&&{ [ $1 -lt 2 ]||rm -f $M;};}`,
].join("\n");

/** A file that cannot be renamed onto, because it is a mount point, is overwritten in place. */
export const placeFunction = `y(){ [ ! -e "$1" ]||mv -f "$1" "$2" 2>/dev/null||{ cat "$1">"$2"&&rm -f "$1";};}`;

/** At the beginning of every script in the folder. */
export const useKit = `D=\${0%/*};. $D/kit`;

/**
 * Runs one of the folder's scripts, if the folder is still this push's: `other` when it is not. A script that is gone from
 * it went when everything was taken back.
 */
export function runOwn(id: string, name: string): string {
  return `${findFolder};if [ "$(cat $D/id 2>/dev/null)" != ${quote(id)} ];then echo other;elif [ -e $D/${name} ];then sh $D/${name};else echo late;fi`;
}
