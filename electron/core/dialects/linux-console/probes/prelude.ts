// What every probe's script stands on.
//
//   p NAME            begins a section of the answer
//   h TOOL            whether the terminal has it
//   r SECONDS TOOL …  runs it without input, output and complaints together, and ends it when the time is over
//
// `timeout` is not everywhere, and not everywhere the same. Where it does not do, `r` has a timer of its own: a background
// shell that sleeps. Whichever ends first ends the other, and both are waited for.

/** The exit status of `r` when the time was over first. */
export const cutStatus = 143;

export function writePrelude(key: string): string {
  return [
    `p(){ echo;echo "=${key} $*";}`,
    `h(){ type $1 >/dev/null 2>&1;}`,
    `u(){ read x y</proc/uptime||x=$(date +%s);echo $x;}`,
    `if timeout -k 1 5 true >/dev/null 2>&1;then`,
    `r(){ timeout -k 1 "$@" </dev/null 2>&1;k=$?;case $k in 124|137)k=${cutStatus};;esac;return $k;};else`,
    // $!: the sleep, once there is one. The timer's own end tells whether it had to act; some tools catch what ends them.
    `r(){ ( n=$1;shift;"$@" </dev/null 2>&1& c=$!`,
    `{ trap 'kill $!;exit 5' TERM;sleep $n& wait $!;trap 'kill $!;exit 7' TERM;kill $c;sleep 1& wait $!;kill -9 $c;exit 7;} >/dev/null 2>&1& t=$!`,
    `wait $c;k=$?;kill $t;wait $t;[ $? = 7 ]&&k=${cutStatus};exit $k ) 2>/dev/null;};fi`,
    `p begin;u`,
  ].join("\n");
}

export const ending = `p end;u`;
