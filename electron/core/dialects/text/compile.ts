// A description whose patterns are ready to use.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { checkTextDescription } from "./check-description.ts";
import type { TextDescription } from "./description.ts";
import { listPatterns } from "./list-patterns.ts";
import { loadPatterns, type Pattern } from "./patterns.ts";

export class CompiledDescription {
  readonly content: TextDescription;
  /** The file's name, for people. */
  readonly source: string;
  readonly #patterns: ReadonlyMap<string, Pattern>;

  constructor(content: TextDescription, source: string, patterns: ReadonlyMap<string, Pattern>) {
    this.content = content;
    this.source = source;
    this.#patterns = patterns;
  }

  isIn(pattern: string, text: string): boolean {
    return this.#patterns.get(pattern)?.isIn(text) ?? false;
  }

  find(pattern: string, text: string): string | null {
    return this.#patterns.get(pattern)?.find(text) ?? null;
  }

  catch(pattern: string, text: string): Readonly<Record<string, string>> | null {
    return this.#patterns.get(pattern)?.catch(text) ?? null;
  }

  remove(pattern: string, text: string): string {
    return this.#patterns.get(pattern)?.remove(text) ?? text;
  }
}

/** Failures: `input-invalid` with the first thing that is wrong. */
export async function compileDescription(
  content: TextDescription,
  source: string,
): Promise<Result<CompiledDescription>> {
  const [problem] = await checkTextDescription(content);
  if (problem) {
    const say = (reason: string) =>
      makeFailure("input-invalid", { where: source, reason: reason.replace(/[.。]$/, "") });
    const { en, "zh-CN": zh } = problem.message;
    return fail({ ...say(en), message: { en: say(en).message.en, "zh-CN": say(zh).message["zh-CN"] } });
  }
  const compile = await loadPatterns();
  const patterns = new Map<string, Pattern>();
  for (const { source: text } of listPatterns(content)) {
    const pattern = compile(text);
    if (pattern.ok) patterns.set(text, pattern.value);
  }
  return succeed(new CompiledDescription(content, source, patterns));
}
