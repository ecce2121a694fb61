// The terminal's clock, set to this PC's. Neither end knows when the other reads a line, so the time does not travel with
// the command: /proc/uptime is read once beforehand, and what has gone by since is added when the clock is set.
//
//   PC's time - uptime (asked in a round trip of its own) = $(date +%s) when the terminal started, had it been right
//   set: that + uptime now        put back: what the clock said - uptime, kept in the folder, + uptime now
import type { Steps } from "./steps.ts";

/** Asks for both at one moment; see `readClockAnswer`. */
export const askClock = 'read u x </proc/uptime&&echo "$u $(date +%s)"';

export interface ClockAnswer {
  /** Seconds since the terminal started. */
  readonly uptime: number;
  /** Seconds since 1970 by the terminal's clock. */
  readonly time: number;
}

export function readClockAnswer(output: string): ClockAnswer | null {
  const [, uptime, time] = /^(\d+\.\d+) (\d+)\s*$/.exec(output) ?? [];
  return uptime === undefined || time === undefined ? null : { uptime: Number(uptime), time: Number(time) };
}

/** Beside the names of kit.ts. $1: seconds since 1970 at the start of the terminal; $2: how far off its clock may be. */
const functions = [
  `X(){ read u x </proc/uptime&&u=\${u%.*}&&n=$(($1+u))&&d=$(($(date +%s)-n))&&[ $d -ge -$2 ]&&[ $d -le $2 ];}`,
  // Only where there is a clock with a battery.
  `J(){ if [ -e /dev/rtc ]||[ -e /dev/rtc0 ];then ! type hwclock>/dev/null 2>&1||hwclock -w;fi;}`,
].join(";");

/** `startedAt`: seconds since 1970 by this PC's clock when the terminal started. */
export function setClock(startedAt: number): Steps {
  // Whole seconds of uptime are up to one second old: the half second makes that zero on average.
  const start = Math.round(startedAt + 0.5);
  return {
    prepare: [{ name: "note clock", shell: `read u x </proc/uptime&&u=\${u%.*}&&echo $(($(date +%s)-u))>$D/clock` }],
    apply: [{ name: "set clock", shell: `${functions};X ${start} 1||{ date -s @$n;X ${start} 1;}` }],
    files: [],
    persist: [{ name: "hwclock", shell: `${functions};:>$D/rtc;J||:` }],
    undo: [`${functions};if [ -s $D/clock ]&&read b <$D/clock;then X $b 1||date -s @$n;[ ! -e $D/rtc ]||J;fi`],
    isRestored: [`${functions};[ ! -s $D/clock ]||{ read b <$D/clock;X $b 2;}`],
  };
}
