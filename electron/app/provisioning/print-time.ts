/** On paper, as the clock on the wall showed it, and how far that is from UTC: `2026-11-23 10:10 UTC+8`. `at`: ISO 8601. */
export function printTime(at: string, minutesAhead: number = -new Date(at).getTimezoneOffset()): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  const [date, clock] = new Date(time + minutesAhead * 60_000).toISOString().split("T");
  return `${date} ${clock?.slice(0, 5)} UTC${printAhead(minutesAhead)}`;
}

function printAhead(minutes: number): string {
  if (minutes === 0) return "";
  const whole = Math.abs(minutes);
  const rest = whole % 60 === 0 ? "" : `:${String(whole % 60).padStart(2, "0")}`;
  return `${minutes < 0 ? "-" : "+"}${Math.floor(whole / 60)}${rest}`;
}
