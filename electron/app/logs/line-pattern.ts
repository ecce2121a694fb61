// What a person searches for -> how lines are looked through for it. A regular expression runs only if V8's linear-time engine
// can take it over: ordinary matching goes on until it has tried too often, and then that engine does it. So no expression
// takes more than a moment for a line, whatever it says.
import { setFlagsFromString } from "node:v8";
import type { LogSearch } from "../../contract/opened-logs.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { encodeGb18030 } from "../../core/logs/text/gb18030.ts";

export interface LinePattern {
  /** Looks through a block of bytes read as Latin-1; null where lines have to be read as text. */
  readonly bytes: RegExp | null;
  /** Looks through one line. */
  readonly text: RegExp;
  /** Whether a hit could tell what a mask hides. */
  readonly mayProbe: boolean;
}

/** Beyond it the linear engine takes over; a tenth of a millisecond. */
const mostBacktracks = 5000;
const longestPattern = 300;
/** V8's flag for an expression that only that engine runs. */
const linear = "l";

/** Failures: `input-invalid`, for an expression that is none or that cannot run in linear time. */
export function compileSearch({ text, isPattern, isCaseSensitive }: LogSearch): Result<LinePattern> {
  const fold = (source: string): string => (isCaseSensitive ? source : foldCase(source));
  if (isPattern) return compilePattern(text, fold);
  const utf8 = Buffer.from(text).toString("latin1");
  const other = /[^\0-\x7f]/.test(text) ? encodeGb18030(text) : null;
  const views = other === null ? [utf8] : [utf8, Buffer.from(other).toString("latin1")];
  return succeed({
    bytes: new RegExp(views.map((view) => fold(escapePattern(view))).join("|"), "g"),
    text: new RegExp(fold(escapePattern(text))),
    mayProbe: /[\dA-Fa-f]{4}/.test(text.replace(/[^\dA-Za-z]/g, "")),
  });
}

let isPrepared = false;

function compilePattern(source: string, fold: (source: string) => string): Result<LinePattern> {
  if (!isPrepared) {
    setFlagsFromString("--enable-experimental-regexp-engine");
    setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
    setFlagsFromString(`--regexp-backtracks-before-fallback=${mostBacktracks}`);
    isPrepared = true;
  }
  try {
    if (source.length > longestPattern) throw new SyntaxError("too long");
    // Without flags first, so that what is wrong with it is said of what was typed.
    new RegExp(source);
    const folded = fold(source);
    // Throws for what the linear engine cannot do: references back, looking around, counting far.
    new RegExp(folded, linear);
    return succeed({ bytes: null, text: new RegExp(folded), mayProbe: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, "") : "?";
    return fail(makeFailure("input-invalid", { where: source, reason }));
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** Each ASCII letter that stands for itself, in both cases: the linear engine knows no flag for it. */
function foldCase(source: string): string {
  let folded = "";
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    const skipped =
      /^(?:\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|[^])|\(\?<[^>=!]*>)/.exec(
        source.slice(at),
      )?.[0];
    if (skipped !== undefined && (character === "\\" || !inClass)) {
      folded += skipped;
      at += skipped.length - 1;
      continue;
    }
    if (character === "[") inClass = true;
    if (character === "]") inClass = false;
    const range = inClass ? /^([a-z])-([a-z])|^([A-Z])-([A-Z])/.exec(source.slice(at))?.[0] : undefined;
    if (range !== undefined) {
      folded += range.toLowerCase() + range.toUpperCase();
      at += range.length - 1;
    } else if (/[A-Za-z]/.test(character)) {
      const both = character.toLowerCase() + character.toUpperCase();
      folded += inClass ? both : `[${both}]`;
    } else folded += character;
  }
  return folded;
}
