// What every probe's script stands on.
//
//   p NAME            begins a section of the answer
//   h TOOL            whether the terminal has it
//   r SECONDS TOOL …  runs it without input, output and complaints together, and ends it when the time is over
//
// `timeout` is not everywhere, so `r` has a timer of its own: a background shell that sleeps. Whichever ends first ends
// the other, and both are waited for.

export function writePrelude(key: string): string {
  return [
    `p(){ echo;echo "=${key} $*";}`,
    `h(){ type $1 >/dev/null 2>&1;}`,
    `u(){ read x y</proc/uptime||x=$(date +%s);echo $x;}`,
    // $!: the sleep, once there is one; what ends the tool is never more than its own number.
    `r(){ ( n=$1;shift;"$@" </dev/null 2>&1& c=$!`,
    `{ trap 'kill $!;exit' TERM;sleep $n& wait $!;kill $c;sleep 1& wait $!;kill -9 $c;} >/dev/null 2>&1& t=$!`,
    `wait $c;k=$?;kill $t;wait $t;exit $k ) 2>/dev/null;}`,
    `p begin;u`,
  ].join("\n");
}

export const ending = `p end;u`;
