// What the scripts of a push have in common on the terminal: one folder in memory, which is also the lock that keeps
// another PC out, and functions that each script takes from a file in it.
//
// Exactly one of these names says how far the push is; whoever moves it, acts:
//
//   arming -> armed --> confirmed --> kept       it lasts
//               \          \           \
//                `----------`-----------`--> fired --> restored | failed

/** In memory where there is memory: a restart clears it, and with it everything that was not confirmed. */
export const findFolder = `D=/run;[ -w $D ]||D=/tmp;D=$D/counterpart`;

/** Where a push has made it. */
export const findLeft = `D=/run/counterpart;[ -e $D ]||D=/tmp/counterpart`;

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

const functions = [
  `trap '' HUP INT PIPE;umask 077;PATH=$PATH:/usr/sbin:/sbin`,
  livingFunctions,
  `w(){ echo $$ $(t $$)>$D/$1.t&&mv $D/$1.t $D/$1;}`,
  // m NAME...: takes the decision, whoever has it.
  `m(){ for n;do mv $D/$n $D/fired 2>/dev/null&&return;done;return 1;}`,
  // u: takes everything back; what it was taken back from is then of no use, and may hold secrets.
  `u(){ for n in 1 2 3;do sh $D/undo&&{ (cd $D&&rm -f *.old *.new *.none *.if apply confirm todo);mv $D/fired $D/restored;return;};sleep 1;done;mv $D/fired $D/failed;return 1;}`,
  `e(){ echo "failed $1";tail -n 3 $D/err 2>/dev/null|tr '\\n' ' ';echo;}`,
  `f(){ e "$1";m armed confirmed&&u;exit 0;}`,
  // z: waits for whoever is taking it back.
  `z(){ n=0;while [ -e $D/fired ]&&{ h guard||h worker;}&&[ $n -lt 120 ];do sleep 1;n=$((n+1));done;}`,
].join("\n");

/** For as many files as follow the confirmation. */
export function makeKit(fileCount: number): string {
  return [functions, ...(fileCount === 0 ? [] : [writeBeside, fileCount === 1 ? placeOne : placeAll])].join("\n");
}

/** g NEW FILE BESIDE: writes beside, with the mode and owner of the file; a new one is made readable by all. */
const writeBeside = `g(){ if [ -e "$2" ];then cp -p "$2" "$3";else :>"$3"&&chmod 644 "$3";fi&&cat "$1">"$3";}`;

/** k: what stands beside takes the place of the files; more than one are marked first. */
const placeOne = `k(){ sync;sh $D/todo&&sync;}`;
const placeAll = `k(){ M=${marker};sync;{ echo "#$(cat $D/id)";cat $D/todo;}>$M.new&&sync&&mv $M.new $M&&sync&&sh $D/todo&&sync&&rm -f $M;}`;

/** A file that cannot be renamed onto, because it is a mount point, is overwritten in place. */
export const placeFunction = `y(){ [ ! -e "$1" ]||mv -f "$1" "$2" 2>/dev/null||{ cat "$1">"$2"&&rm -f "$1";};}`;

/** At the beginning of every script in the folder. */
export const useKit = `D=\${0%/*};. $D/kit`;

/** The script that runs the others, if the folder is still the push's: one that is gone went when all was taken back. */
export const goScript = `D=\${0%/*};if [ "$(cat $D/id)" != "$1" ];then echo other;else sh $D/$2||[ -e $D/$2 ]||echo late;fi`;

/** Runs one of the folder's scripts: `other` when the folder is another push's, and the shell's own words when there is none. */
export function runOwn(id: string, name: string): string {
  return `${findLeft};sh $D/go ${id} ${name}`;
}
