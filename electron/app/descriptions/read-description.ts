// A description file's text -> its content, what is wrong with it and at which line and column, and its digest.
import { createHash } from "node:crypto";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { checkDescription, parseDescription } from "../../core/dialects/check-description.ts";
import { type DescriptionProblem, makeProblem } from "../../core/dialects/description-problem.ts";

export interface PlacedProblem extends DescriptionProblem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface ReadDescription {
  /** SHA-256 of the file's octets, as hexadecimal digits: what a person accepts. */
  readonly digest: string;
  /** Null where the file's form is wrong. */
  readonly family: string | null;
  readonly content: unknown;
}

/** Octets. */
const largest = 256 * 1024;
const mostAliases = 10;

/** What its form says, without looking at what its patterns are worth. */
export function readDescription(octets: Uint8Array): ReadDescription {
  const digest = createHash("sha256").update(octets).digest("hex");
  const content = octets.length > largest ? null : readContent(parseText(octets));
  return { digest, family: parseDescription(content)?.family ?? null, content };
}

/** Everything that is wrong, in the order of the lines. */
export async function listProblems(octets: Uint8Array): Promise<readonly PlacedProblem[]> {
  if (octets.length > largest) return [{ ...makeProblem("too-long", [], { bytes: largest }), line: 1, column: 1 }];
  const parsed = parseText(octets);
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = parsed.counter.linePos(offset);
    return { line, column: col };
  };
  const [wrong] = parsed.document.errors;
  const content = wrong ? null : readContent(parsed);
  if (wrong || content === null) {
    const reason = (wrong?.message.split("\n")[0] ?? "?").replace(/ at line \d+, column \d+:?$/, "").slice(0, 200);
    return [{ ...makeProblem("not-yaml", [], { reason }), ...place(wrong?.pos[0] ?? 0) }];
  }
  const problems = await checkDescription(content);
  return problems
    .map((problem) => ({ ...problem, ...place(findOffset(parsed.document.contents, problem)) }))
    .sort((one, other) => one.line - other.line || one.column - other.column);
}

interface Parsed {
  readonly document: ReturnType<typeof parseDocument>;
  readonly counter: LineCounter;
}

function parseText(octets: Uint8Array): Parsed {
  const counter = new LineCounter();
  const text = new TextDecoder().decode(octets);
  return { document: parseDocument(text, { lineCounter: counter, logLevel: "silent" }), counter };
}

/** Null where it is no YAML, or unfolds into more than a description needs. */
function readContent({ document }: Parsed): unknown {
  if (document.errors.length > 0) return null;
  try {
    return document.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch {
    return null;
  }
}

/** Where the innermost part of a path stands that is there; the key's own place where the key is wrong. */
function findOffset(root: unknown, { code, path }: DescriptionProblem): number {
  let node: unknown = root;
  let offset = offsetOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      const isWrongKey = code === "unknown-key" && step === path.at(-1);
      offset = (isWrongKey ? null : offsetOf(pair.value)) ?? offsetOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      offset = offsetOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function offsetOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
