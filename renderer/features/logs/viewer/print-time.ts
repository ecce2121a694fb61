/** Before this a time counts from a terminal's start and is no date. */
const firstDate = Date.UTC(1980, 0, 1);

function isDated(time: number): boolean {
  return time >= firstDate;
}

/** The terminal's own clock: `offset` minutes east of UTC. */
export function printTime(time: number, offset: number): string {
  const local = new Date(time + offset * 60_000).toISOString();
  return isDated(time) ? `${local.slice(0, 10)} ${local.slice(11, 19)}` : `+${printSpan(time)}`;
}

/** Without the day where that is the other one's. */
export function printTimeAfter(before: number, time: number, offset: number): string {
  const printed = printTime(time, offset);
  const day = printTime(before, offset).split(" ")[0] ?? "";
  return isDated(time) && printed.startsWith(`${day} `) ? printed.slice(day.length + 1) : printed;
}

export function printDay(time: number, offset: number): string {
  return new Date(time + offset * 60_000).toISOString().slice(0, 10);
}

/** What `<input type="datetime-local">` holds. */
export function printField(time: number | null, offset: number): string {
  return time === null ? "" : new Date(time + offset * 60_000).toISOString().slice(0, 19);
}

export function readField(text: string, offset: number): number | null {
  const time = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`);
  return Number.isNaN(time) ? null : time - offset * 60_000;
}

function printSpan(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
