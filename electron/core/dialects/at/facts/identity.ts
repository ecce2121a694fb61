// Who the modem is, its clock, and the numbers of device and card as a person may see them.
import type { Reading } from "../../dialect.ts";
import { splitFields } from "../lines.ts";

/** `+CGMI: "X"` or the bare words; some repeat the command's name, some quote. */
export function readWords(lines: readonly string[]): string | null {
  const [line = ""] = lines;
  const text = line
    .replace(/^\+?[A-Z]{2,8}: ?/, "")
    .replaceAll('"', "")
    .trim();
  return text === "" ? null : text.slice(0, 128);
}

/** The digits of `+CCID: "8986..."`, `+ICCID: ...`, `^ICCID: ...`, or of a line of digits; a filler F may end it. */
export function readDigits(lines: readonly string[], least: number): string | null {
  for (const line of lines) {
    const digits = /(?:^|[\s":,])(\d+)[Ff]?"?$/.exec(line)?.[1];
    if (digits !== undefined && digits.length >= least && digits.length <= 22) return digits;
  }
  return null;
}

/** As numbers of cards are shown everywhere: first six, last four. They name a person as surely. */
export function maskNumber(digits: string | null): string | null {
  if (digits === null) return null;
  return `${digits.slice(0, 6)}${"*".repeat(Math.max(0, digits.length - 10))}${digits.slice(-4)}`;
}

/** `+CCLK: "yy/MM/dd,hh:mm:ss±zz"`, zz in quarters of an hour (8.15). Null before any network has set it. */
export function readModemClock(lines: readonly string[], wallTime: number): Reading["clock"] {
  const line = (lines.at(-1) ?? "").replace(/^\+CCLK: ?/, "").replaceAll('"', "");
  const [, year, month, day, hour, minute, second, sign, quarters] =
    /^(\d{2,4})\/(\d{2})\/(\d{2}), ?(\d{2}):(\d{2}):(\d{2})(?:([+-])(\d{1,2}))?$/.exec(line) ?? [];
  if (year === undefined || sign === undefined) return null;
  const fullYear = year.length === 4 ? Number(year) : 2000 + Number(year);
  // Modems start in 1970, 1980, 2000 or 2004 and keep that until a network tells them otherwise.
  if (fullYear < 2020 || fullYear >= 2070) return null;
  const ahead = (sign === "-" ? -1 : 1) * Number(quarters) * 15;
  const local = Date.UTC(fullYear, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const time = local - ahead * 60_000;
  if (!Number.isFinite(time) || Math.abs(ahead) > 24 * 60) return null;
  const shown = new Date(local).toISOString().slice(0, 19);
  const offset = `${sign}${pad(Math.floor(Math.abs(ahead) / 60))}:${pad(Math.abs(ahead) % 60)}`;
  return { time: `${shown}${offset}`, aheadSeconds: Math.round((time - wallTime) / 1000) };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** `+CIPSTA:ip:"192.168.1.5"`, `:gateway:`, `:netmask:`; older firmware says `+CIPSTA_CUR:`. */
export function readStation(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^\+CIPSTA(?:_CUR|_DEF)?:(\w+):"?([^"]*)"?$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** `+CIPDNS:<enabled>,"a"[,"b","c"]`; older firmware: one `+CIPDNS_CUR:a` a line. */
export function readStationServers(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => splitFields(line)).filter((field) => field.includes(".") || field.includes(":"));
}
