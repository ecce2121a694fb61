// The watchdog on the terminal: it takes an unconfirmed change back by itself, whatever becomes of the cable, this PC
// or the shell it was started from.
//
//   armed -----------deadline--------------> fired --undo--> restored | failed
//   confirmed -whoever confirmed is gone-----^                one rename decides who acts
//   fired -----whoever takes back is gone----^
//   kept: it stays for a while, since taking back may be cut off too;  restored, failed, no folder: it leaves
//
// Its deadline comes from /proc/uptime, never from the date, which a push may set. It is proven before the first change:
// alive, in another session than the line's shell, without a terminal that could hang it up.
import { useKit } from "./kit.ts";

/** Seconds behind the deadline. */
const staysFor = 600;

/** The text of the watch script. `seconds`: how long it waits for the confirmation. */
export function makeWatch(seconds: number): string {
  return [
    `trap '' TERM QUIT;${useKit}`,
    `read u x</proc/uptime;u=\${u%.*};e=$((u+${seconds}))`,
    `w guard;mv $D/arming $D/armed||exit`,
    // A folder that another push has made since is not its own.
    `while sleep 1;do { read p s<$D/guard&&[ $p = $$ ];} 2>/dev/null||exit;read u x</proc/uptime;u=\${u%.*}`,
    `if [ -e $D/armed ];then [ $u -ge $e ]&&m armed||continue`,
    `elif [ -e $D/confirmed ]||[ -e $D/fired ];then h worker&&continue;[ -e $D/fired ]||m confirmed||continue`,
    `elif [ -e $D/kept ]&&[ $u -lt $((e+${staysFor})) ];then continue`,
    `else [ -e $D/fired ]&&continue;exit;fi`,
    // A step that has begun is not undone under its feet: it ends behind itself, since `armed` is gone.
    `n=0;while h worker&&[ $n -lt 90 ];do sleep 1;n=$((n+1));done;h worker&&kill -9 $p`,
    `w worker;[ ! -e $D/fired ]||u;exit`,
    `done`,
  ].join("\n");
}

/** Starts the watch script detached and says `guarded` in $G when it is proven to be there, else leaves $G empty. */
export const startWatch = [
  `G=;:>$D/arming;for s in "systemd-run -q --collect" setsid "start-stop-daemon -S -b -p $D/x -x";do`,
  `[ -r /proc/uptime ]&&[ ! -e $D/armed ]&&type \${s%% *}>/dev/null 2>&1||continue`,
  `case $s in sy*)[ -d /run/systemd/system ]||continue;$s /bin/sh $D/watch;;st*)$s /bin/sh -- $D/watch;;*)$s sh $D/watch&esac </dev/null >/dev/null 2>&1`,
  `for n in 1 2 3 4 5 6 7 8 9;do [ -e $D/armed ]&&break;sleep .1 2>/dev/null||sleep 1;done`,
  `done`,
  // /proc/PID/stat behind the name: state, parent, group, session, terminal. start-stop-daemon leads the session and leaves.
  `[ -e $D/armed ]&&h guard&&set -- $(sed 's/.*) //' /proc/$p/stat)&&[ "$5" = 0 ]&&n=$4&&set -- $(sed 's/.*) //' /proc/$$/stat)&&[ $n != $4 ]&&G=guarded`,
  // Unproven, it may still be there: it acts rightly, but nobody may count on it.
  `[ $G ]||{ mv $D/arming $D/armed 2>/dev/null;rm -f $D/guard;}`,
].join("\n");
