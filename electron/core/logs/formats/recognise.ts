// Which format a file's lines are in. Files mix: an application's log holds dumps, a capture of a modem holds dates; so the
// formats of a file are all that a fair share of its lines are in, and each line is read by the first that fits.
import { bracketed } from "./bracketed.ts";
import { hexDump } from "./hex-dump.ts";
import { journal } from "./journal.ts";
import { kernel } from "./kernel.ts";
import type { LineFormat, LogLine } from "./line-format.ts";
import { logcatBrief, logcatThreadtime, logcatTime } from "./logcat.ts";
import { modemTrace } from "./modem-trace.ts";
import { syslogProtocol } from "./syslog-protocol.ts";
import { bsdSyslog } from "./syslog.ts";

/** Those that say more come first. */
const lineFormats: readonly LineFormat[] = [
  syslogProtocol,
  journal,
  bsdSyslog,
  logcatThreadtime,
  logcatTime,
  bracketed,
  kernel,
  logcatBrief,
  modemTrace,
  hexDump,
];

/** One line in twenty. */
const fairShare = 0.05;

/** Formats of a sample of lines, the most frequent first; none for text that is in no format known here. */
export function recogniseFormats(lines: readonly string[]): readonly LineFormat[] {
  const counts = new Map<LineFormat, number>();
  const told = lines.filter((line) => line.trim() !== "");
  for (const line of told) {
    const format = lineFormats.find(({ read }) => read(dropMark(line)) !== null);
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= told.length * fairShare)
    .sort(([, one], [, other]) => other - one)
    .map(([format]) => format);
}

/** The line in the first format that fits; the line itself, without time or source, where none does. */
export function readLine(line: string, formats: readonly LineFormat[]): LogLine {
  const text = dropMark(line);
  for (const { read } of formats) {
    const found = read(text);
    if (found !== null) return found;
  }
  return { time: null, severity: null, source: null, message: line };
}

/** Windows' Notepad begins a file with a byte order mark, which is no part of what its first line says. */
function dropMark(line: string): string {
  return line.startsWith("\ufeff") ? line.slice(1) : line;
}
