// One line of text -> the same line without card data and keys.
//
//   as it stands, narrowed (full-width digits, odd blanks) -> numbers, tracks, named values, hex, messages, base64
//   and the same again on what is left once escapes are undone; until nothing more is found
import { findCardNumbers } from "../redact-card-numbers.ts";
import { findBase64 } from "./find-base64.ts";
import { findKeyedValues } from "./find-keyed-values.ts";
import { findPrintedMessages, type PrintedMessage } from "./find-messages.ts";
import { findTracks } from "./find-tracks.ts";
import { isHarmless } from "./harmless-hex.ts";
import { findHexRuns, type HexRun } from "./hex-runs.ts";
import { inspectHex } from "./inspect-hex.ts";
import { type Hidden, hideMiddle, hideSecrets, type Range, type RedactionKind, type Secret } from "./secret.ts";
import { narrow, placeBack, unescape, type View } from "./views.ts";

/** Escapes within escapes, characters within hex within base64: deeper ones are not undone. */
const deepest = 3;
const mostRounds = 4;

/** What the rows above and below a line say about it. */
export interface PartOfDump {
  /** Where the run of hex begins that was judged with other rows; null when nothing came of that. */
  readonly judgedElsewhere: number | null;
  readonly secrets: readonly Secret[];
}

const alone: PartOfDump = { judgedElsewhere: null, secrets: [] };

export function redactLine(line: string, { judgedElsewhere, secrets }: PartOfDump = alone): Hidden {
  let text = line;
  const kinds: RedactionKind[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const hidden = hideSecrets(text, [...findSecrets(text, { depth: 0, judgedElsewhere }), ...secrets]);
    if (hidden.kinds.length === 0) return { text, kinds };
    kinds.push(...hidden.kinds);
    text = hidden.text;
  }
  // It never settled: no digit of it is trusted.
  return { text: text.replace(/[\da-fA-F]/g, "*"), kinds };
}

interface Around {
  readonly depth: number;
  readonly judgedElsewhere: number | null;
}

function findSecrets(original: string, { depth, judgedElsewhere }: Around): readonly Secret[] {
  const text = narrow(original);
  const deeper = (inner: string, judged: number | null = null): readonly Secret[] =>
    depth < deepest ? findSecrets(inner, { depth: depth + 1, judgedElsewhere: judged }) : [];
  const findBehindEscapes = (view: View): readonly Secret[] => {
    const judged = judgedElsewhere === null ? null : view.places.indexOf(judgedElsewhere);
    return deeper(view.text, judged).map((secret) => placeBack(view, secret));
  };
  const printed = findPrintedMessages(text);
  const { secrets, rest } = inspectRuns(text, { printed, judgedElsewhere, readText: (inner) => deeper(inner) });
  const view = unescape(text);
  return [
    ...findTracks(rest),
    ...findKeyedValues(text, rest),
    ...secrets,
    ...findCardNumbers(rest).map((range) => hideMiddle(text, range)),
    ...findBase64(text, (inner) => deeper(inner)),
    ...(view === null ? [] : findBehindEscapes(view)),
  ];
}

interface Inspection {
  readonly printed: readonly PrintedMessage[];
  readonly judgedElsewhere: number | null;
  readonly readText: (text: string) => readonly Secret[];
}

interface Inspected {
  readonly secrets: readonly Secret[];
  /** The text with an x for each character of what is settled: it is no longer read as digits. */
  readonly rest: string;
}

/** Runs of hex, and messages printed as characters; a run that is a message itself is no part of a printed one. */
function inspectRuns(text: string, { printed, judgedElsewhere, readText }: Inspection): Inspected {
  const secrets: Secret[] = [];
  const settled: Range[] = [];
  const settle = (range: Range): void => void settled.push(range);
  for (const run of findHexRuns(text)) {
    if (run.from === judgedElsewhere || isHarmless(text, run)) {
      settle(run);
      continue;
    }
    const verdict = inspectHex(run.digits, readText);
    const isInMessage = printed.some(({ from, to, isDecoded }) => isDecoded && from < run.to && run.from < to);
    if (isInMessage && verdict.as !== "message" && verdict.as !== "tags") continue;
    for (const { kind, hide } of verdict.secrets) {
      secrets.push({ kind, hide: hide.map((range) => placeInLine(run, range)) });
    }
    if (verdict.as !== null) settle(run);
  }
  for (const message of printed) {
    if (settled.some(({ from, to }) => from <= message.from && message.from < to)) continue;
    secrets.push(...message.secrets);
    settle(message);
  }
  return { secrets, rest: crossOut(text, settled) };
}

function crossOut(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  const characters = text.split("");
  for (const { from, to } of ranges) characters.fill("x", from, to);
  return characters.join("");
}

function placeInLine({ places }: HexRun, { from, to }: Range): Range {
  return { from: places[from] ?? 0, to: (places[to - 1] ?? -1) + 1 };
}
