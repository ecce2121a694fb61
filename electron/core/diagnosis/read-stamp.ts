// When a log line says that it was written: ISO 8601 as far as the line tells it, in the terminal's own time.
import { readLine, recogniseFormats } from "../logs/formats/recognise.ts";
import type { WallTime } from "../logs/time/wall-time.ts";

/** Null for a line without a time, and for one that counts from a start that nobody knows. */
export function readStamp(line: string): string | null {
  const { time } = readLine(line, recogniseFormats([line]));
  return time === null ? null : printWallTime(time);
}

function printWallTime(time: WallTime): string | null {
  if ("sinceStart" in time) return null;
  if ("timeOfDay" in time) return `T${printTimeOfDay(time.timeOfDay)}`;
  const { year, month, day, millisecond, offset } = time;
  const date = `${year === 0 ? "-" : String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return `${date}T${printTimeOfDay(millisecond)}${offset === null ? "" : printOffset(offset)}`;
}

function printTimeOfDay(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part))).join(":");
}

function printOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return minutes === 0 ? "Z" : `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
