// What CONTRIBUTING.md shows, done to a copy of the project: each example is applied and what it promises is run there.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gates, runGate } from "../../.ci/gates.ts";
import { copyTree, type TreeCopy } from "../gates/copy-tree.ts";
import { applyExamples, listExamples } from "../gates/written-examples.ts";

const root = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const examples = listExamples(text);
const run = promisify(execFile);

let tree: TreeCopy;
/** A language of its own: it breaks the types on purpose. */
let spoken: TreeCopy;

const ofAll = (...headings: readonly string[]) => examples.filter(({ about }) => headings.includes(about));

async function runHere(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...words], {
    cwd: tree.folder,
    timeout: 300_000,
    maxBuffer: 2 ** 26,
  }).catch((error: { readonly stdout?: string; readonly stderr?: string }) => ({
    stdout: `FAILED ${error.stdout}\n${error.stderr}`,
  }));
  return stdout;
}

const runTests = (path: string, name = ""): Promise<string> =>
  runHere(
    join(root, "node_modules/vitest/vitest.mjs"),
    ...["run", "--config", ".ci/vitest.config.ts", "--project", "unit", path],
    ...(name === "" ? [] : ["-t", name]),
  );

beforeAll(async () => {
  tree = copyTree();
  spoken = copyTree();
  applyExamples(ofAll("A rule", "A dialect", "A description file", "A cause"), tree);
  applyExamples(ofAll("A language"), spoken);
  await runHere(".ci/write-rule-pages.ts");
}, 120_000);

afterAll(() => {
  tree.remove();
  spoken.remove();
});

test("every kind of addition has its example", () => {
  expect([...new Set(examples.map(({ about }) => about))]).toEqual([
    "A rule",
    "A dialect",
    "A description file",
    "A cause",
    "A language",
  ]);
});

test("the examples compile", async () => {
  const types = gates.find(({ name }) => name === "types");
  const { passed, output } = types === undefined ? { passed: false, output: "" } : await runGate(types, tree.folder);
  expect([passed, output]).toEqual([true, ""]);
});

test("the rule tells of its mistake, is silent about what only looks like it, and has its page", async () => {
  const said = await runTests("tests/core/findings/every-rule.test.ts", "ipv4.gateway-in-the-middle");
  const page = readFileSync(join(tree.folder, "resources/knowledge/rules.en.md"), "utf8");
  expect([/FAILED/.test(said), /3 passed/.test(said), page.includes("ipv4.gateway-in-the-middle")], said).toEqual([
    false,
    true,
    true,
  ]);
});

test("the dialect passes the suite that all families pass", async () => {
  const said = await runTests("tests/core/dialects/contract.test.ts", "acme-console|every family");
  expect([/FAILED/.test(said), /[1-9]\d* passed/.test(said)], said).toEqual([false, true]);
});

test("the description is accepted", async () => {
  const said = await runHere(
    "electron/headless/command-line.ts",
    "profile",
    "check",
    "resources/profiles/acme.yaml",
    "--json",
  );
  expect(said).not.toMatch(/FAILED/);
});

test("the cause is whole", async () => {
  const said = `${await runTests("tests/core/diagnosis/knowledge")}${await runTests("tests/core/diagnosis/ledger")}`;
  expect([/FAILED/.test(said), /[1-9]\d* passed/.test(said)], said).toEqual([false, true]);
});

test("the cause is asked for a labelled failure", async () => {
  const said = await runTests("tests/core/diagnosis/scenarios.test.ts", "every cause among them");
  expect(said).toMatch(/FAILED[\s\S]*C32/);
}, 120_000);

test("a language that is named is asked for in every place that the text names", async () => {
  const types = gates.find(({ name }) => name === "types");
  const { passed, output } = types === undefined ? { passed: true, output: "" } : await runGate(types, spoken.folder);
  const places = ["electron/core/failures", "electron/core/findings", "renderer/i18n", "electron/headless/words"];
  expect([passed, places.filter((place) => !output.includes(`${place}/`))]).toEqual([false, []]);
});
