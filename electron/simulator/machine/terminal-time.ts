// The terminal's own clock: what `date` shows, how the log stamps its lines. Its zone is China's, which has no summer time.

const zoneMinutes = 480;
const zoneName = "CST";
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `date +FORMAT` for the letters that scripts use; an unknown letter stays as it is. */
export function formatTime(milliseconds: number, format: string, utc = false): string {
  const local = new Date(milliseconds + (utc ? 0 : zoneMinutes * 60_000));
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = days[local.getUTCDay()] ?? "";
  const month = months[local.getUTCMonth()] ?? "";
  const dayOfYear =
    Math.floor(
      (Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()) -
        Date.UTC(local.getUTCFullYear(), 0, 1)) /
        86_400_000,
    ) + 1;
  const letters: Readonly<Record<string, () => string>> = {
    Y: () => String(local.getUTCFullYear()),
    y: () => two(local.getUTCFullYear() % 100),
    m: () => two(local.getUTCMonth() + 1),
    d: () => two(local.getUTCDate()),
    e: () => String(local.getUTCDate()).padStart(2),
    H: () => two(local.getUTCHours()),
    I: () => two(local.getUTCHours() % 12 || 12),
    M: () => two(local.getUTCMinutes()),
    S: () => two(local.getUTCSeconds()),
    N: () => `${String(local.getUTCMilliseconds()).padStart(3, "0")}000000`,
    s: () => String(Math.floor(milliseconds / 1000)),
    z: () => (utc ? "+0000" : "+0800"),
    Z: () => (utc ? "UTC" : zoneName),
    j: () => String(dayOfYear).padStart(3, "0"),
    u: () => String(local.getUTCDay() || 7),
    w: () => String(local.getUTCDay()),
    A: () => day,
    a: () => day.slice(0, 3),
    B: () => month,
    b: () => month.slice(0, 3),
    h: () => month.slice(0, 3),
    p: () => (local.getUTCHours() < 12 ? "AM" : "PM"),
    n: () => "\n",
    t: () => "\t",
    "%": () => "%",
    F: () => formatTime(milliseconds, "%Y-%m-%d", utc),
    T: () => formatTime(milliseconds, "%H:%M:%S", utc),
    R: () => formatTime(milliseconds, "%H:%M", utc),
    D: () => formatTime(milliseconds, "%m/%d/%y", utc),
    c: () => formatTime(milliseconds, "%a %b %e %H:%M:%S %Y", utc),
  };
  return format.replace(/%(:z|[A-Za-z%])/g, (whole, letter: string) => {
    if (letter === ":z") return utc ? "+00:00" : "+08:00";
    return letters[letter]?.() ?? whole;
  });
}

/** `2026-03-01 12:30:00`, `@SECONDS`, or an ISO date; local time unless it names a zone. Null when it is no date. */
export function parseTime(text: string): number | null {
  if (/^@-?\d+$/.test(text)) return Number(text.slice(1)) * 1000;
  const zoned = /(Z|UTC|[+-]\d{2}:?\d{2})$/.test(text);
  const iso = text.trim().replace(" UTC", "Z").replace(" ", "T");
  const read = Date.parse(zoned ? iso : `${iso}${iso.includes("T") ? "" : "T00:00:00"}+08:00`);
  return Number.isNaN(read) ? null : read;
}
