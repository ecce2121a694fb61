// The patterns of description files, on an engine that takes time in proportion to the text whatever the pattern: RE2's
// automata, in re2js. A pattern that needs backtracking (a look-ahead, a back reference) does not compile there.
//
// The engine is loaded only where a description is used: it is a quarter of a megabyte.
import type { RE2JS } from "re2js";
import { fail, type Result, succeed } from "../../failures/result.ts";

export interface Pattern {
  /** The names of its groups. */
  readonly names: readonly string[];
  readonly isIn: (text: string) => boolean;
  /** What it matches first; null when it does not. */
  readonly find: (text: string) => string | null;
  /** What its groups hold where it matches first. */
  readonly catch: (text: string) => Readonly<Record<string, string>> | null;
  /** The text without what it matches, and without the line end behind each. */
  readonly remove: (text: string) => string;
}

export type CompilePattern = (source: string) => Result<Pattern, string>;

/** Characters of an answer that patterns are held against, its end; and instructions of the automaton. */
const longestAnswer = 32 * 1024;
const largestProgram = 800;

let compiling: Promise<CompilePattern> | null = null;

/** Failures are the engine's own words, or `too large`. */
export function loadPatterns(): Promise<CompilePattern> {
  compiling ??= import("re2js").then(({ RE2JS: Engine }) => (source) => {
    try {
      const engine = Engine.compile(source, Engine.MULTILINE);
      return engine.programSize() > largestProgram ? fail("too large") : succeed(wrap(engine));
    } catch (error) {
      return fail(error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "?");
    }
  });
  return compiling;
}

function wrap(engine: RE2JS): Pattern {
  const names = Object.keys(engine.namedGroups());
  const start = (text: string) => engine.matcher(text.slice(-longestAnswer));
  return {
    names,
    isIn: (text) => start(text).find(),
    find: (text) => {
      const matcher = start(text);
      return matcher.find() ? matcher.group() : null;
    },
    catch: (text) => {
      const matcher = start(text);
      if (!matcher.find()) return null;
      return Object.fromEntries(names.flatMap((name) => listGroup(name, matcher.group(name))));
    },
    remove: (text) => removeMatches(engine, text),
  };
}

/** A group that took no part holds nothing. */
function listGroup(name: string, text: string | null): readonly (readonly [string, string])[] {
  return text === null ? [] : [[name, text]];
}

function removeMatches(engine: RE2JS, text: string): string {
  const matcher = engine.matcher(text);
  let kept = "";
  let at = 0;
  while (matcher.find()) {
    if (matcher.end() === matcher.start()) continue;
    kept += text.slice(at, matcher.start());
    at = matcher.end();
    if (text[at] === "\n") at += 1;
  }
  return kept + text.slice(at);
}
