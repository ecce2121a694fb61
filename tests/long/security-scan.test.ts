// Electronegativity reports nothing that is not explained in .ci/scanner/explanations.json, and nothing there is out of date.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { installScanner, scan } from "../../.ci/scanner/scan.ts";

const root = resolve(import.meta.dirname, "../..");

interface Explanation {
  readonly rule: string;
  readonly file: string;
  readonly why: string;
  readonly shownBy: string;
}

const explanations = JSON.parse(
  readFileSync(join(root, ".ci/scanner/explanations.json"), "utf8"),
) as readonly Explanation[];
const nameAll = (found: readonly { readonly rule: string; readonly file: string }[]): readonly string[] =>
  [...new Set(found.map(({ rule, file }) => `${rule} ${file}`))].sort();

beforeAll(async () => {
  expect(await installScanner()).toBeNull();
}, 300_000);

test("the scanner reports exactly what is explained", async () => {
  expect(nameAll(await scan())).toEqual(nameAll(explanations));
});

test("the scanner reports a window that is opened carelessly", async () => {
  const careless =
    'import { BrowserWindow } from "electron";\nexport function open(): void {\n  new BrowserWindow({ webPreferences: { nodeIntegration: true, webSecurity: false } });\n}\n';
  const found = await scan({ "electron/main/planted.ts": careless });
  const rules = found.filter(({ file }) => file === "electron/main/planted").map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(["NODE_INTEGRATION_JS_CHECK", "WEB_SECURITY_JS_CHECK"]));
});

test("each explanation says why, and names a test that is there", () => {
  const empty = explanations.filter(({ why, shownBy }) => why.length < 40 || !existsSync(join(root, shownBy)));
  expect(empty).toEqual([]);
});
