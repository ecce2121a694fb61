import type { Severity } from "./line-format.ts";

/** The lower three bits of a syslog priority (RFC 5424, 6.2.1); null where there is none. */
export function severityOfPriority(priority: string | undefined): Severity | null {
  if (priority === undefined) return null;
  const level = Number(priority) & 7;
  if (level <= 3) return "error";
  return level === 4 ? "warning" : level === 7 ? "debug" : "info";
}

/** Letters of Android's logcat. */
export function severityOfLetter(letter: string): Severity {
  if (letter === "E" || letter === "F" || letter === "A") return "error";
  if (letter === "W") return "warning";
  return letter === "I" ? "info" : "debug";
}
