// A line of an opened log -> everything that is known of it: its meaning, its cause, the words of the code that it quotes, and
// the ISO 8583 message that it holds or is a row of. Read from masked text only.
import type { CountedCode } from "../../contract/line-codes.ts";
import type { ExplainedLine, LogCause } from "../../contract/opened-logs.ts";
import { findMessage, type Message } from "../../core/logs/iso8583/decode.ts";
import { causes } from "../../core/logs/knowledge/knowledge.ts";
import { explainResponseCode } from "../../core/logs/knowledge/response-code.ts";
import { findHexRuns } from "../../core/logs/redaction/hex-runs.ts";
import { mayBeRow, readDumpRow } from "../../core/logs/redaction/dump-rows.ts";
import { findCodes, meaningsOf, readAnswer } from "./find-codes.ts";
import type { OpenedLog } from "./opened-log.ts";
import { findPlace } from "./log-view.ts";

/** Rows above and below that a message's dump may have. */
const mostRows = 64;
const longestText = 65_536;
const mostEvidence = 5;
/** Characters of a line that stand for it in a list. */
const longestEvidence = 400;

const namesOfCauses = new Map(causes.map(({ id, name }) => [id, name]));
const restart = { en: "The terminal restarted", "zh-CN": "终端重新启动" };

export async function explainLine(log: OpenedLog, line: number): Promise<ExplainedLine> {
  const described = log.describeLine(line);
  const place = findPlace(log.lines, line);
  const source = log.sources[place.source];
  const meaning = source?.log.indexer.meanings[source.log.index.meaningAt(place.line)] ?? null;
  const first = Math.max(0, place.line - mostRows);
  const around = (await source?.log.read(first, mostRows * 2 + 1)) ?? [];
  const message = findMessageAround(around, place.line - first);
  const text = (around[place.line - first] ?? "").slice(0, longestText);
  const quoted = findCodes(text);
  const answer = message?.responseCode ?? null;
  const name = described.cause === null ? undefined : namesOfCauses.get(described.cause);
  return {
    line,
    source: described.source,
    number: described.number,
    time: described.time,
    severity: described.severity,
    program: described.program,
    text,
    meaning: meaning?.pattern.meaning ?? null,
    cause: described.cause !== null && name !== undefined ? { id: described.cause, name } : null,
    codes: answer === null ? [...quoted] : [...quoted, readAnswer(answer)],
    message: message === null ? null : printMessage(message),
  };
}

function printMessage({ type, tpdu, fields }: Message): ExplainedLine["message"] {
  return {
    type,
    tpdu,
    fields: fields.map(({ number, text }) => ({
      number,
      text,
      meaning: number === 39 ? (explainResponseCode(text)?.readings[0]?.meaning ?? null) : null,
    })),
  };
}

/** In the line itself, or in the dump whose row it is. */
function findMessageAround(lines: readonly string[], at: number): Message | null {
  const text = lines[at] ?? "";
  for (const { digits } of findHexRuns(text, 20)) {
    const found = findMessage(digits);
    if (found !== null) return found;
  }
  if (!mayBeRow(text)) return null;
  let first = at;
  while (first > 0 && mayBeRow(lines[first - 1] ?? "")) first--;
  // A dump begins at a row that could begin one; it may stand under another dump.
  for (; first <= at; first++) {
    const digits = joinRows(lines.slice(first, first + mostRows * 2), at - first);
    if (digits === null) continue;
    for (const end of digits.ends) {
      const found = findMessage(digits.text.slice(0, end));
      if (found !== null) return found;
    }
  }
  return null;
}

/** Digits of the rows of one dump, when the row `wanted` is one of them; and where each row from it on ends. */
function joinRows(
  lines: readonly string[],
  wanted: number,
): { readonly text: string; readonly ends: readonly number[] } | null {
  let above: Row | null = null;
  let text = "";
  const ends: number[] = [];
  for (const [at, line] of lines.entries()) {
    const row = readRow(line, above);
    if (row === null) break;
    text += row.run.digits;
    if (at >= wanted) ends.unshift(text.length);
    above = row;
  }
  return ends.length === 0 ? null : { text, ends };
}

function readRow(line: string, above: Row | null): Row | null {
  return readDumpRow(line, above === null ? null : above.run) ?? readMaskedRow(line, above);
}

type Row = NonNullable<ReturnType<typeof readDumpRow>>;

/** A first row that is masked altogether begins no dump for the mask; here it may. */
function readMaskedRow(line: string, above: Row | null): Row | null {
  if (above !== null) return null;
  const [run] = findHexRuns(line, 12);
  return run === undefined || run.group === 0 ? null : { line, run, charactersAt: null };
}

/** All causes of a log with how often, when, and the first lines that show them; the most frequent first. */
export async function listCauses(log: OpenedLog): Promise<readonly LogCause[]> {
  const found = new Map<string, { count: number; first: number; last: number; lines: number[] }>();
  const { bases } = log.lines;
  for (const [place, { log: source }] of log.sources.entries()) {
    for (const line of source.index.listMeaningful()) {
      const cause = source.indexer.meanings[source.index.meaningAt(line)]?.cause ?? null;
      if (cause === null) continue;
      const entry = found.get(cause) ?? { count: 0, first: Number.NaN, last: Number.NaN, lines: [] };
      found.set(cause, entry);
      const time = source.index.timeAt(line);
      entry.count++;
      if (!(entry.first <= time) && !Number.isNaN(time)) entry.first = time;
      if (!(entry.last >= time) && !Number.isNaN(time)) entry.last = time;
      if (entry.lines.length < mostEvidence) entry.lines.push((bases[place] ?? 0) + line);
    }
  }
  const listed = [...found].sort(([a, one], [b, other]) => other.count - one.count || a.localeCompare(b));
  return Promise.all(
    listed.map(async ([cause, { count, first, last, lines }]) => ({
      cause,
      name: namesOfCauses.get(cause) ?? restart,
      count,
      first: Number.isNaN(first) ? null : first,
      last: Number.isNaN(last) ? null : last,
      evidence: await showEvidence(log, lines),
    })),
  );
}

async function showEvidence(log: OpenedLog, lines: readonly number[]): Promise<LogCause["evidence"]> {
  const texts = await log.readTexts(lines, longestEvidence);
  return lines.flatMap((line, at) => {
    const place = findPlace(log.lines, line);
    const source = log.sources[place.source]?.log;
    const meaning = source?.indexer.meanings[source.index.meaningAt(place.line)];
    if (meaning === null || meaning === undefined) return [];
    return [{ line, time: log.describeLine(line).time, text: texts[at]?.text ?? "", meaning: meaning.pattern.meaning }];
  });
}

const mostCodes = 200;

/** Codes of hosts and modems that lines quote, whether or not they are a cause; the most frequent first. */
export function listCodes(log: OpenedLog): readonly CountedCode[] {
  const found = new Map<
    string,
    { readonly code: string; readonly asked: string; readonly line: number; count: number }
  >();
  const { bases } = log.lines;
  for (const [place, { log: source }] of log.sources.entries()) {
    for (const line of source.index.listMeaningful()) {
      const meaning = source.indexer.meanings[source.index.meaningAt(line)];
      const code = meaning?.code?.trim() ?? null;
      if (code === null || meaning?.pattern.lookup === undefined) continue;
      const asked = `${meaning.pattern.lookup === "cme" ? "cme" : "field39"} ${code}`;
      const entry = found.get(asked) ?? { code, asked, line: (bases[place] ?? 0) + line, count: 0 };
      entry.count++;
      found.set(asked, entry);
    }
  }
  const listed = [...found.values()].sort((a, b) => b.count - a.count || a.asked.localeCompare(b.asked));
  return listed.slice(0, mostCodes).map(({ asked, ...counted }) => ({ ...counted, meanings: meaningsOf(asked) }));
}
