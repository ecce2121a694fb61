// Time as a log line has it: a date without a year, a time of day alone, seconds since the start, or everything.

export type WallTime =
  | {
      /** Year 0 where the line has none. */
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly millisecond: number;
      /** Minutes east of UTC; null where the line says nothing. */
      readonly offset: number | null;
    }
  | { readonly timeOfDay: number }
  | { readonly sinceStart: number };

const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** `Nov` to 11; 0 for anything else. */
export function readMonth(name: string): number {
  const at = months.indexOf(name);
  return name.length === 3 && at % 3 === 0 ? at / 3 + 1 : 0;
}

/** `10:31:05.123` to milliseconds of the day; NaN where that is no time. */
export function readTimeOfDay(text: string): number {
  const [, hour = "", minute = "", second = "", fraction = ""] =
    /^(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?$/.exec(text) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return Number.NaN;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
}

/** `Z`, `+08:00`, `+0800` to minutes east of UTC. */
export function readOffset(text: string): number | null {
  if (text === "Z") return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  if (sign === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
