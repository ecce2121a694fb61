// Every gate is red on a violation of what it guards: otherwise it guards nothing. That it is green on this tree is what npm test
// begins with.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Gate, type GateName, gates, runGate } from "../../.ci/gates.ts";
import { copyTree, type TreeCopy } from "../gates/copy-tree.ts";
import { lintViolations } from "../gates/violations.ts";

const timeLimit = 180_000;

const lintReportSchema = z.object({
  diagnostics: z.array(z.object({ message: z.string(), code: z.string().optional(), filename: z.string() })),
});

const typeViolations = [
  { path: "electron/app/planted-type.ts", text: 'export const port: number = "one";\n', says: "TS2322" },
  { path: "electron/core/settings/planted-node.ts", text: "export const home = process.env;\n", says: "TS2" },
  { path: "electron/core/settings/planted-dom.ts", text: "export const page = document.title;\n", says: "TS2584" },
  { path: "electron/contract/planted-node.ts", text: 'export { readFileSync } from "node:fs";\n', says: "TS2" },
  { path: "electron/app/planted-syntax.ts", text: "export enum Kind {\n  One,\n}\n", says: "TS1294" },
  { path: "electron/app/planted-index.ts", text: "export const one: number = [1][0];\n", says: "TS2322" },
] as const;

const unformattedPath = "electron/app/planted-format.ts";
const unusedPath = "electron/app/planted-unused-file.ts";

let planted: TreeCopy;
/** Apart, because a lint violation such as importing serialport in core brings Node's types into core. */
let mistyped: TreeCopy;

function findGate(name: GateName): Gate {
  const gate = gates.find((candidate) => candidate.name === name);
  if (gate === undefined) throw new Error(`no gate named ${name}`);
  return gate;
}

beforeAll(() => {
  planted = copyTree();
  mistyped = copyTree();
  for (const violation of lintViolations) planted.plant(violation.path, violation.text);
  for (const violation of typeViolations) mistyped.plant(violation.path, violation.text);
  planted.plant(unformattedPath, "export const one   = {a:1}\n");
  planted.plant(unusedPath, "export const one = 1;\n");
  planted.plant("electron/app/planted-exports.ts", "export const used = 1;\nexport const neverUsed = 2;\n");
  planted.plant(
    "tests/gates/planted-use.test.ts",
    'import "left-pad";\nimport { used } from "../../electron/app/planted-exports.ts";\nvoid used;\n',
  );
});

afterAll(() => {
  planted.remove();
  mistyped.remove();
});

describe("the lint gate", () => {
  const found = new Map<string, string[]>();
  let passed = true;

  beforeAll(async () => {
    const result = await runGate(findGate("lint"), planted.folder, ["--format", "json"]);
    passed = result.passed;
    for (const diagnostic of lintReportSchema.parse(JSON.parse(result.output)).diagnostics) {
      const path = diagnostic.filename.replaceAll("\\", "/");
      const rule = diagnostic.code ?? (diagnostic.message.includes("directive") ? "unused directive" : "none");
      found.set(path, [...(found.get(path) ?? []), rule]);
    }
  }, timeLimit);

  test("fails on a tree with violations", () => {
    expect(passed).toBe(false);
  });

  test.for(lintViolations)("fires on $what", ({ path, rule }) => {
    expect(found.get(path)).toContain(rule);
  });
});

test("the gate for types fires on each planted type error", { timeout: timeLimit }, async () => {
  const { passed, output } = await runGate(findGate("types"), mistyped.folder);
  const silent = typeViolations.filter(
    ({ path, says }) => !output.split("\n").some((line) => line.startsWith(path) && line.includes(says)),
  );
  expect({ passed, silent }).toEqual({ passed: false, silent: [] });
});

test("the gate for format fires on an unformatted file", { timeout: timeLimit }, async () => {
  const { passed, output } = await runGate(findGate("format"), planted.folder, ["--max-diagnostics", "none"]);
  expect({ passed, fired: output.includes(unformattedPath) }).toEqual({ passed: false, fired: true });
});

test("the gate for dead code fires on an unused file, an unused export and an unlisted package", {
  timeout: timeLimit,
}, async () => {
  const { passed, output } = await runGate(findGate("dead code"), planted.folder, ["--reporter", "compact"]);
  const silent = [unusedPath, "neverUsed", "left-pad"].filter((word) => !output.includes(word));
  expect({ passed, silent }).toEqual({ passed: false, silent: [] });
});
