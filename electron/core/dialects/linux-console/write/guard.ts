// The watchdog on the terminal: it takes an unconfirmed change back by itself, whatever becomes of the cable, this PC
// or the shell it was started from.
//
//   armed --deadline--> fired --undo--> restored | failed        one rename decides who acts: whoever moves `armed`
//     \--mv by confirm--> confirmed        \--mv by roll back--> fired
//
// Its deadline comes from /proc/uptime, never from the date, which a push may set. It is proven before the first change:
// alive, leader of its own session, without a terminal that could hang it up.

/** The text of the watch script. `seconds`: how long it waits for the confirmation. */
export function makeWatch(folder: string, seconds: number): string {
  return [
    `trap '' HUP INT TERM QUIT PIPE;PATH=$PATH:/usr/sbin:/sbin`,
    folder,
    `read u x</proc/uptime;e=$((\${u%.*}+${seconds}))`,
    `:>$D/arming&&mv $D/arming $D/armed&&echo $$>$D/pid.new&&mv $D/pid.new $D/pid||exit`,
    `while [ -e $D/armed ];do sleep 1;read u x</proc/uptime;[ \${u%.*} -lt $e ]&&continue`,
    `mv $D/armed $D/fired 2>/dev/null||exit`,
    `for n in 1 2 3;do sh $D/undo&&{ mv $D/fired $D/restored;exit;};sleep 1;done;mv $D/fired $D/failed;done`,
  ].join("\n");
}

/** Starts the watch script detached and says `guarded` in $G when it is proven to be there, else leaves $G empty. */
export const startWatch = [
  `G=;if [ -r /proc/uptime ];then`,
  `if type setsid>/dev/null 2>&1;then setsid sh $D/watch </dev/null >/dev/null 2>&1&`,
  `elif type start-stop-daemon>/dev/null 2>&1;then start-stop-daemon -S -b -x /bin/sh -- $D/watch </dev/null >/dev/null 2>&1`,
  `fi`,
  `for n in 1 2 3 4 5 6 7 8 9;do [ -s $D/pid ]&&break;sleep .1 2>/dev/null||sleep 1;done`,
  // /proc/PID/stat behind the name: state, parent, group, session, terminal.
  `P=$(cat $D/pid 2>/dev/null);[ "$P" ]&&kill -0 $P 2>/dev/null&&set -- $(sed 's/.*) //' /proc/$P/stat 2>/dev/null)&&[ "$4" = $P ]&&[ "$5" = 0 ]&&[ -e $D/armed ]&&G=guarded`,
  `fi`,
].join("\n");

/** Takes the decision from the watchdog, or waits for what it has decided already: $W is `ours` or `late`. */
export function takeFromWatch(name: "confirmed" | "fired"): string {
  return [
    `W=ours;if [ -e $D/guarded ];then if ! mv $D/armed $D/${name} 2>/dev/null;then [ -e $D/${name} ]||W=late`,
    `for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20;do [ $W = late ]&&[ -e $D/fired ]||break;sleep 1;done;fi;fi`,
  ].join("\n");
}
