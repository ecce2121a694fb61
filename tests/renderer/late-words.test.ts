// Words come with the parts that say them: what the first screen imports says early words only, and every part that is
// loaded late and says late words imports them. Read off the sources, since a missing word is its key on the screen.
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { lateEn } from "../../renderer/i18n/en/late.ts";

const root = resolve(import.meta.dirname, "../..");
const renderer = resolve(root, "renderer");
const lateWords = resolve(root, "renderer/i18n/late-words.ts");
const lateKeys = new Set(Object.keys(lateEn));

interface Source {
  readonly path: string;
  readonly imports: readonly string[];
  readonly loads: readonly string[];
  readonly keys: readonly string[];
}

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const find = (pattern: RegExp): string[] =>
    [...text.matchAll(pattern)]
      .map(([, name = ""]) => name)
      .filter((name) => /^\.\.?\/.*\.tsx?$/.test(name))
      .map((name) => resolve(dirname(path), name));
  return {
    path,
    imports: find(/^(?:import|export) (?!type )[^"]*?"([^"]+)";/gm),
    loads: find(/\bimport\("([^"]+)"\)/g),
    // Elsewhere what looks like one is the name of a field or of a rule.
    keys: path.startsWith(renderer) ? [...listKeys(text), ...listMadeKeys(text)] : [],
  };
}

function listKeys(text: string): readonly string[] {
  return [...text.matchAll(/"([a-z]+\.[\w.-]+)"/g)].map(([, key = ""]) => key).filter((key) => lateKeys.has(key));
}

/** Late words that a key put together here may be: `shell.${screen}` is `shell.history` too. */
function listMadeKeys(text: string): readonly string[] {
  const starts = [...text.matchAll(/say\([^)]*`([a-z]+\.[\w.-]*)\$\{/g)].map(([, start = ""]) => start);
  return [...lateKeys].filter((key) => starts.some((start) => key.startsWith(start)));
}

/** A file and all that comes with it, without the words themselves. */
function follow(start: string): readonly Source[] {
  const found = new Map<string, Source>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const source = readSource(path);
    found.set(path, source);
    if (path !== lateWords) waiting.push(...source.imports);
  }
  return [...found.values()];
}

function listWhoSays(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ keys }) => keys.length > 0)
    .map(({ path, keys }) => `${relative(root, path)}: ${keys.join(", ")}`);
}

const first = follow(resolve(root, "renderer/main.tsx"));

test("the first screen says no word that comes later", () => {
  expect(listWhoSays(first)).toEqual([]);
});

test("every part that is loaded late brings the late words that it says", () => {
  const parts = new Map<string, readonly Source[]>();
  const waiting = first.flatMap(({ loads }) => loads);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (parts.has(path)) continue;
    const sources = follow(path);
    parts.set(path, sources);
    waiting.push(...sources.flatMap(({ loads }) => loads));
  }
  expect(parts.size).toBeGreaterThan(5);
  const without = [...parts.values()].filter((sources) => !sources.some(({ path }) => path === lateWords));
  expect(without.flatMap(listWhoSays)).toEqual([]);
});
