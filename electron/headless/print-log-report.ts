// The causes that logs name, as text for a person at a shell.
import type { LogReport } from "../app/logs/analyse-logs.ts";
import { causes } from "../core/logs/knowledge/knowledge.ts";
import { fill, type Voice } from "./console-voice.ts";

/** Lines shown of each cause; JSON has more. */
const mostShown = 5;

export function printLogReport(report: LogReport, voice: Voice): string {
  const { logs: words } = voice.words;
  const { first, last, jumps, restarts } = report.span;
  const hidden = Object.values(report.redactions).reduce((sum, count) => sum + count, 0);
  const span = { first: first ?? words.noTime, last: last ?? words.noTime };
  const daily = restarts.filter((each) => each.daily).length;
  return [
    fill(words.lines, { lines: report.lines, hidden, ...span }),
    ...report.formats.map(({ file, formats }) =>
      fill(words.format, { file, formats: formats.length > 0 ? formats.join(", ") : words.plainText }),
    ),
    ...(jumps.length > 0 ? [fill(words.jumps, { count: jumps.length })] : []),
    ...(restarts.length > 0 ? [fill(words.restarts, { count: restarts.length, daily })] : []),
    ...report.notes.map(({ file, note }) => `${file}: ${words.notes[note]}`),
    ...(report.causes.length === 0 ? ["", words.nothing] : report.causes.flatMap((each) => printCause(each, voice))),
  ].join("\n");
}

function printCause({ cause, count, first, last, evidence }: LogReport["causes"][number], voice: Voice): string[] {
  const { logs: words } = voice.words;
  const name = causes.find(({ id }) => id === cause)?.name;
  const times = first === null ? "" : ` (${first} - ${last ?? first})`;
  return [
    "",
    `${cause} ${name === undefined ? "" : voice.translate(name)}: ${fill(words.count, { count })}${times}`,
    ...evidence.slice(0, mostShown).map(({ file, line, text }) => `  ${file}:${line}: ${showControls(text)}`),
  ];
}

/** A line of a log must not move the person's cursor. */
function showControls(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, (character) =>
    character.charCodeAt(0) < 0x20 ? `^${String.fromCharCode(character.charCodeAt(0) + 64)}` : "?",
  );
}
