// What real tools answered, one folder per tool (tests/corpus/linux-console/probes/capture.ts), and what it is taken for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeQuestion } from "../../../../../electron/core/dialects/linux-console/probes/run-test.ts";
import { cases, findFault } from "../../../../peers/troubled-network/cases.ts";

const corpus = join(import.meta.dirname, "../../../../corpus/linux-console/probes");
const key = "kkkk";

const folders = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) => readdirSync(join(corpus, kind)).map((tool) => [kind, tool] as const));

test.for(folders)("%s: every answer of %s is taken for what it was", ([kind, tool]) => {
  const faults = readdirSync(join(corpus, kind, tool)).map((name) => {
    const asked = cases.find((each) => each.name === name && each.test.kind === kind);
    const question = asked === undefined ? null : makeQuestion(asked.test, 4, key);
    if (!question?.ok) return `${name}: no such case`;
    const read = question.value.read(readFileSync(join(corpus, kind, tool, name), "utf8"));
    return read.ok ? findFault(name, read.value) : `${name}: ${read.failure.code}`;
  });
  expect(faults.filter((fault) => fault !== null)).toEqual([]);
});

test("the captures cover every kind that needs a tool, and at least seventy answers", () => {
  const answers = folders.flatMap(([kind, tool]) => readdirSync(join(corpus, kind, tool)));
  expect([new Set(folders.map(([kind]) => kind)).size, answers.length >= 70]).toEqual([5, true]);
});
