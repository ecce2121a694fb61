// Whether what was typed so far is a whole command, or the shell has to ask for more with PS2.
import type { StatementNode } from "just-bash";
import { loadInterpreterLibrary } from "./interpreter-library.ts";

export type ParsedInput =
  | { readonly kind: "whole"; readonly statements: readonly StatementNode[] }
  /** `quote`: what has to come before anything else can end it. */
  | { readonly kind: "open"; readonly quote: string | null }
  | { readonly kind: "wrong"; readonly message: string };

export async function parseInput(text: string): Promise<ParsedInput> {
  // A line that ends in an operator or a backslash goes on; the parser itself would let it pass.
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text) || /(?:&&|\|)\s*$/.test(text)) {
    const withMore = await parseInput(`${text.replace(/\\$/, "")} :`);
    return withMore.kind === "whole" ? { kind: "open", quote: null } : withMore;
  }
  const { parse } = await loadInterpreterLibrary();
  try {
    const { statements } = parse(text);
    // The parser leaves a mistake for the moment at which it would be run; a shell refuses the whole line.
    const mistake = statements.find((one) => one.deferredError !== undefined)?.deferredError;
    if (mistake !== undefined) return { kind: "wrong", message: mistake.message };
    return hereDocumentsEnd(statements, text) ? { kind: "whole", statements } : { kind: "open", quote: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!/EOF/.test(message)) return { kind: "wrong", message };
    return { kind: "open", quote: /matching `(['"])'$/.exec(message)?.[1] ?? null };
  }
}

/** The parser takes the end of the text for the end of a here-document; a shell waits for its delimiter. */
function hereDocumentsEnd(statements: readonly StatementNode[], text: string): boolean {
  if (!text.includes("<<")) return true;
  const lines = text.split("\n").slice(1);
  return findHereDocuments(statements).every((one) =>
    lines.some((line) => (one.stripTabs ? line.replace(/^\t+/, "") : line) === one.delimiter),
  );
}

interface HereDocument {
  readonly delimiter: string;
  readonly stripTabs: boolean;
}

function findHereDocuments(node: unknown): readonly HereDocument[] {
  if (Array.isArray(node)) return node.flatMap(findHereDocuments);
  if (typeof node !== "object" || node === null) return [];
  const own =
    "type" in node && node.type === "HereDoc" && "delimiter" in node && typeof node.delimiter === "string"
      ? [{ delimiter: node.delimiter, stripTabs: "stripTabs" in node && node.stripTabs === true }]
      : [];
  return [...own, ...Object.values(node).flatMap(findHereDocuments)];
}
