// Rows of a view -> portions of a file: masked text, a sheet, or JSON. Zone and clock of each source are written into it, so
// that whoever reads it elsewhere knows what its times mean.
import type { Input } from "../../contract/commands.ts";
import type { LogRow, Placement } from "../../contract/opened-logs.ts";
import { printCell } from "../../core/provisioning/print-cell.ts";
import type { LogView } from "./log-view.ts";
import type { OpenedLog } from "./opened-log.ts";

export interface Portion {
  readonly text: string;
  /** The row that the next portion begins with; null: this was the last one. */
  readonly next: number | null;
}

interface Format {
  readonly begin: (sources: readonly Described[]) => string;
  readonly row: (row: LogRow, source: Described, isFirst: boolean) => string;
  readonly end: string;
}

interface Described {
  readonly name: string;
  readonly placement: Placement;
}

/** Rows of a portion, and characters that end it early. */
const mostRows = 2000;
const mostCharacters = 400_000;

export async function exportRows(
  log: OpenedLog,
  view: LogView,
  { format, first, end, isBegun }: Omit<Input<"log.export">, "log" | "view">,
): Promise<Portion> {
  const form = formats[format];
  const last = Math.min(end ?? view.count, view.count);
  const sources = log.sources.map(({ name, placement }) => ({ name, placement }));
  const parts = [isBegun ? "" : form.begin(sources)];
  const rows = await log.readRows(view, first, Math.min(mostRows, Math.max(0, last - first)));
  let length = 0;
  let at = first;
  for (const row of rows) {
    const text = row.more === 0 ? row.text : ((await log.readTexts([row.line]))[0]?.text ?? "");
    const printed = form.row({ ...row, text }, sources[row.source] ?? nowhere, at === first && !isBegun);
    parts.push(printed);
    length += printed.length;
    at++;
    if (length > mostCharacters) break;
  }
  const isOver = at >= last;
  return { text: parts.join("") + (isOver ? form.end : ""), next: isOver ? null : at };
}

const nowhere: Described = { name: "", placement: { offset: 0, ahead: 0 } };

const columns = [
  "time",
  "time in UTC",
  "zone",
  "clock ahead (s)",
  "source",
  "line",
  "severity",
  "program",
  "cause",
  "text",
];

const formats: Readonly<Record<"text" | "csv" | "json", Format>> = {
  text: {
    begin: (sources) =>
      sources.map(({ name, placement }) => `# ${name}: ${printZone(placement)}, ${printClock(placement)}\n`).join(""),
    row: ({ text }) => `${text}\n`,
    end: "",
  },
  csv: {
    begin: () => `\ufeff${columns.join(",")}\r\n`,
    row: ({ time, number, severity, program, cause, text }, { name, placement }) =>
      `${[
        printLocal(time, placement),
        printUtc(time) ?? "",
        printZone(placement),
        String(placement.ahead / 1000),
        name,
        String(number),
        severity ?? "",
        program ?? "",
        cause ?? "",
        text,
      ]
        .map(printCell)
        .join(",")}\r\n`,
    end: "",
  },
  json: {
    begin: (sources) =>
      `{"sources":${JSON.stringify(
        sources.map(({ name, placement }) => ({
          name,
          zone: printZone(placement),
          offsetMinutes: placement.offset,
          clockAheadSeconds: placement.ahead / 1000,
        })),
      )},"lines":[\n`,
    row: ({ time, number, severity, program, cause, text }, { name }, isFirst) =>
      `${isFirst ? "" : ",\n"}${JSON.stringify({ time: printUtc(time), source: name, line: number, severity, program, cause, text })}`,
    end: "\n]}\n",
  },
};

function printUtc(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function printLocal(time: number | null, { offset }: Placement): string {
  if (time === null) return "";
  return new Date(time + offset * 60_000).toISOString().replace("T", " ").replace("Z", "");
}

function printZone({ offset }: Placement): string {
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `UTC${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function printClock({ ahead }: Placement): string {
  return `clock ${ahead < 0 ? "behind" : "ahead"} by ${Math.abs(ahead) / 1000} s`;
}
