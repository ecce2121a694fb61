// One planted file per violation. `rule` is what the lint report must say about exactly that file.

export interface LintViolation {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  readonly rule: string;
}

interface Edge {
  readonly what: string;
  readonly folder: string;
  readonly imports: string;
}

// Written by hand, not derived from the table of layers: a hole in the table must show here.
const forbiddenEdges: readonly Edge[] = [
  { what: "core importing Node", folder: "electron/core/settings", imports: "node:fs" },
  { what: "core importing Node without its prefix", folder: "electron/core/frames", imports: "net" },
  { what: "core importing serialport", folder: "electron/core/bytes", imports: "serialport" },
  { what: "core importing electron", folder: "electron/core/push", imports: "electron" },
  { what: "core importing serial", folder: "electron/core/dialects", imports: "../../serial/x.ts" },
  { what: "core importing app", folder: "electron/core/diagnosis", imports: "../../app/x.ts" },
  { what: "core importing contract", folder: "electron/core/plans", imports: "../../contract/x.ts" },
  { what: "core importing tests", folder: "electron/core/logs", imports: "../../../tests/x.ts" },
  { what: "failures importing settings", folder: "electron/core/failures", imports: "../settings/x.ts" },
  { what: "bytes importing frames", folder: "electron/core/bytes", imports: "../frames/x.ts" },
  { what: "frames importing dialects", folder: "electron/core/frames", imports: "../dialects/x.ts" },
  { what: "settings importing findings", folder: "electron/core/settings", imports: "../findings/x.ts" },
  { what: "settings importing bytes", folder: "electron/core/settings", imports: "../bytes/x.ts" },
  { what: "findings importing plans", folder: "electron/core/findings", imports: "../plans/x.ts" },
  {
    what: "a deeper folder of findings importing plans",
    folder: "electron/core/findings/rules",
    imports: "../../plans/x.ts",
  },
  { what: "plans importing push", folder: "electron/core/plans", imports: "../push/x.ts" },
  { what: "dialects importing push", folder: "electron/core/dialects", imports: "../push/x.ts" },
  {
    what: "dialects importing findings",
    folder: "electron/core/dialects/linux-console",
    imports: "../../findings/x.ts",
  },
  { what: "dialects importing values from plans", folder: "electron/core/dialects", imports: "../plans/x.ts" },
  { what: "push importing diagnosis", folder: "electron/core/push", imports: "../diagnosis/x.ts" },
  { what: "logs importing dialects", folder: "electron/core/logs", imports: "../dialects/x.ts" },
  { what: "contract importing app", folder: "electron/contract", imports: "../app/x.ts" },
  { what: "contract importing Node", folder: "electron/contract", imports: "node:net" },
  { what: "serial importing electron", folder: "electron/serial", imports: "electron" },
  { what: "serial importing contract", folder: "electron/serial", imports: "../contract/x.ts" },
  { what: "simulator importing serial", folder: "electron/simulator", imports: "../serial/x.ts" },
  { what: "app importing serial", folder: "electron/app", imports: "../serial/x.ts" },
  { what: "app importing simulator", folder: "electron/app", imports: "../simulator/x.ts" },
  { what: "app importing electron", folder: "electron/app", imports: "electron" },
  { what: "headless importing electron", folder: "electron/headless", imports: "electron" },
  { what: "headless importing main", folder: "electron/headless", imports: "../main/x.ts" },
  { what: "preload importing contract", folder: "electron/preload", imports: "../contract/x.ts" },
  { what: "preload importing Node", folder: "electron/preload", imports: "node:fs" },
  { what: "renderer importing app", folder: "renderer", imports: "../electron/app/x.ts" },
  {
    what: "renderer importing core's dialects",
    folder: "renderer/features",
    imports: "../../electron/core/dialects/x.ts",
  },
  { what: "renderer importing electron", folder: "renderer/link", imports: "electron" },
  { what: "renderer importing Node", folder: "renderer/link", imports: "node:fs" },
  { what: "tests importing electron", folder: "tests/gates", imports: "electron" },
];

const layerViolations: readonly LintViolation[] = forbiddenEdges.map((edge, index) => ({
  what: edge.what,
  path: `${edge.folder}/planted-edge-${index}.ts`,
  text: `import * as planted from "${edge.imports}";\nexport const value: unknown = planted;\n`,
  rule: "counterpart(layers)",
}));

const otherWaysToImport: readonly LintViolation[] = [
  ["import type", 'export type { X } from "../plans/x.ts";\n'],
  ["re-export", 'export * from "../plans/x.ts";\n'],
  ["dynamic import", 'export const value: Promise<unknown> = import("../plans/x.ts");\n'],
].map(([way = "", text = ""], index) => ({
  what: `findings reaching plans by ${way}`,
  path: `electron/core/findings/planted-way-${index}.ts`,
  text,
  rule: "counterpart(layers)",
}));

function plantInCore(what: string, expression: string, rule: string): LintViolation {
  const name = what.replaceAll(/[^a-z]+/gi, "-").toLowerCase();
  return {
    what,
    path: `electron/core/settings/planted-${name}.ts`,
    text: `export function touch(): unknown {\n  return ${expression};\n}\n`,
    rule,
  };
}

const impureViolations: readonly LintViolation[] = [
  plantInCore("core reading Date now", "Date.now()", "eslint(no-restricted-properties)"),
  plantInCore("core drawing Math random", "Math.random()", "eslint(no-restricted-properties)"),
  plantInCore("core making a new Date", "new Date()", "counterpart(no-clock)"),
  plantInCore("core calling Date", "Date()", "counterpart(no-clock)"),
  plantInCore("core reading performance", "performance.now()", "eslint(no-restricted-globals)"),
  plantInCore("core reading process", "process.env", "eslint(no-restricted-globals)"),
  plantInCore("core starting a timer", "setTimeout(() => 1, 2)", "eslint(no-restricted-globals)"),
  plantInCore("core writing to the console", "console", "eslint(no-restricted-globals)"),
];

function plantInApp(name: string, text: string, rule: string): LintViolation {
  return { what: name.replaceAll("-", " "), path: `electron/app/planted-${name}.ts`, text, rule };
}

const promise = "async function work(): Promise<void> {\n  await Promise.resolve();\n}\n";
const union =
  'export function judge(way: "in" | "out"): number {\n  let n = 0;\n  switch (way) {\n    case "in":\n      n = 1;\n  }\n  return n;\n}\n';

const conventionViolations: readonly LintViolation[] = [
  plantInApp("an-any", "export const value: any = 1;\n", "typescript(no-explicit-any)"),
  plantInApp("an-enum", "export enum Kind {\n  One,\n}\n", "counterpart(no-enum)"),
  plantInApp("a-namespace", "export namespace Inner {\n  export const one = 1;\n}\n", "typescript(no-namespace)"),
  plantInApp("a-default-export", "export default 1;\n", "import(no-default-export)"),
  plantInApp("a-console-call", 'console.log("x");\nexport const one = 1;\n', "eslint(no-console)"),
  plantInApp(
    "a-floating-promise",
    `${promise}export function start(): void {\n  work();\n}\n`,
    "typescript(no-floating-promises)",
  ),
  plantInApp(
    "a-misused-promise",
    `${promise}export const late = [1].filter(work);\n`,
    "typescript(no-misused-promises)",
  ),
  plantInApp(
    "an-unsafe-value",
    'export const value: { one: 1 } = JSON.parse("{}");\n',
    "typescript(no-unsafe-assignment)",
  ),
  plantInApp("a-switch-with-a-hole", union, "typescript(switch-exhaustiveness-check)"),
  plantInApp("a-non-null-assertion", "export const first = [1][0]!;\n", "typescript(no-non-null-assertion)"),
  plantInApp(
    "a-function-of-four-parameters",
    "export function add(a: number, b: number, c: number, d: number): number {\n  return a + b + c + d;\n}\n",
    "eslint(max-params)",
  ),
  plantInApp(
    "an-over-long-function",
    `export function count(): number {\n  let n = 0;\n${"  n += 1;\n".repeat(52)}  return n;\n}\n`,
    "eslint(max-lines-per-function)",
  ),
  plantInApp(
    "an-over-long-file",
    Array.from({ length: 301 }, (_, index) => `export const n${index} = ${index};\n`).join(""),
    "eslint(max-lines)",
  ),
  {
    what: "a file called helpers",
    path: "electron/app/planted-helpers.ts",
    text: "export const one = 1;\n",
    rule: "counterpart(file-name)",
  },
  {
    what: "a file name in camel case",
    path: "electron/app/plantedName.ts",
    text: "export const one = 1;\n",
    rule: "counterpart(file-name)",
  },
  {
    what: "text in a component",
    path: "renderer/ui/planted-text.tsx",
    text: "export function Planted() {\n  return <p>Some words</p>;\n}\n",
    rule: "counterpart(no-text)",
  },
  {
    what: "text in an attribute that is read out",
    path: "renderer/ui/planted-attribute.tsx",
    text: 'export function Planted() {\n  return <p title="Some words" />;\n}\n',
    rule: "counterpart(no-text)",
  },
  {
    what: "two files importing each other",
    path: "electron/app/planted-ring-a.ts",
    text: 'import { two } from "./planted-ring-b.ts";\nexport const one: number = two;\n',
    rule: "import(no-cycle)",
  },
  {
    what: "the other of two files importing each other",
    path: "electron/app/planted-ring-b.ts",
    text: 'import { one } from "./planted-ring-a.ts";\nexport const two: number = one;\n',
    rule: "import(no-cycle)",
  },
  {
    what: "a focused test",
    path: "tests/gates/planted-focus.test.ts",
    text: 'import { expect, test } from "vitest";\ntest.only("one is one", () => {\n  expect(1).toBe(1);\n});\n',
    rule: "vitest(no-focused-tests)",
  },
  plantInApp(
    "a-disabling-comment-that-disables-nothing",
    "// oxlint-disable-next-line eslint/no-var\nexport const one = 1;\n",
    "unused directive",
  ),
];

export const lintViolations: readonly LintViolation[] = [
  ...layerViolations,
  ...otherWaysToImport,
  ...impureViolations,
  ...conventionViolations,
];
