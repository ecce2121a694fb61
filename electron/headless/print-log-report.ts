// The causes that logs name, as text for a person at a shell. Times are this PC's, as a watch beside it shows them.
import type { LogReport } from "../app/logs/analyse-logs.ts";
import { printZone } from "../app/logs/file-clocks.ts";
import { causes } from "../core/logs/knowledge/knowledge.ts";
import { fill, type Voice } from "./console-voice.ts";
import { showControls } from "./show-controls.ts";

/** Lines shown of each cause, and of each kind of mark; JSON has more. */
const mostShown = 5;
/** Before this a time counts from a terminal's start and is no date. */
const firstDate = Date.UTC(1980, 0, 1);

export function printLogReport(report: LogReport, voice: Voice): string {
  const { logs: words } = voice.words;
  const hidden = Object.values(report.redactions).reduce((sum, count) => sum + count, 0);
  return [
    fill(words.lines, { lines: printCount(report.lines, voice), hidden, span: printSpan(report, voice) }),
    ...report.formats.map(({ file, formats }) =>
      fill(words.format, { file, formats: formats.length > 0 ? formats.join(", ") : words.plainText }),
    ),
    ...printJumps(report, voice),
    ...printRestarts(report, voice),
    ...report.notes.map(({ file, note }) => `${file}: ${words.notes[note]}`),
    ...(report.causes.length === 0 ? ["", words.nothing] : report.causes.flatMap((each) => printCause(each, voice))),
  ].join("\n");
}

function printCount(count: number, { words }: Voice): string {
  return count === 1 ? words.logs.one : fill(words.logs.count, { count });
}

function printSpan({ span: { first, last } }: LogReport, { words }: Voice): string {
  if (first === null || last === null) return words.logs.noTime;
  const zone = printZone(-new Date(last).getTimezoneOffset());
  return fill(words.logs.span, { first: printTime(first), last: printTime(last), zone });
}

function printJumps({ span: { jumps } }: LogReport, voice: Voice): readonly string[] {
  if (jumps.length === 0) return [];
  const places = jumps.map(({ file, line, from, to }) => `  ${file}:${line}: ${printTime(from)} → ${printTime(to)}`);
  return [fill(voice.words.logs.jumps, { count: jumps.length }), ...shorten(places, voice)];
}

function printRestarts({ span: { restarts } }: LogReport, voice: Voice): readonly string[] {
  const { logs: words } = voice.words;
  if (restarts.length === 0) return [];
  const places = restarts.map(
    ({ file, line, at, daily }) =>
      `  ${file}:${line}: ${at === null ? words.noTime : printTime(at)}${daily ? ` (${words.daily})` : ""}`,
  );
  const daily = restarts.filter((each) => each.daily).length;
  return [fill(words.restarts, { count: restarts.length, daily }), ...shorten(places, voice)];
}

function shorten(places: readonly string[], { words }: Voice): readonly string[] {
  const more = places.length - mostShown;
  return [...places.slice(0, mostShown), ...(more > 0 ? [`  ${fill(words.logs.more, { count: more })}`] : [])];
}

function printCause({ cause, count, first, last, evidence }: LogReport["causes"][number], voice: Voice): string[] {
  const name = causes.find(({ id }) => id === cause)?.name;
  const times =
    first === null || last === null ? "" : ` (${[...new Set([printTime(first), printTime(last)])].join(" - ")})`;
  return [
    "",
    `${cause} ${name === undefined ? "" : voice.translate(name)}: ${printCount(count, voice)}${times}`,
    ...evidence.slice(0, mostShown).map(({ file, line, text }) => `  ${file}:${line}: ${showControls(text)}`),
  ];
}

/** An ISO moment as this PC's clock has it; one that counts from a start as that. */
function printTime(moment: string): string {
  const time = Date.parse(moment);
  if (time < firstDate) return `+${new Date(time).toISOString().slice(11, 19)}`;
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}
