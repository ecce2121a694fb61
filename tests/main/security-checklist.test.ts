// The table in electron/main/security-checklist.md against the code, and the items of it that are no function of the window.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { windowPreferences } from "../../electron/main/window-preferences.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readJson = (path: string): Record<string, Record<string, unknown>> =>
  JSON.parse(read(path)) as Record<string, Record<string, unknown>>;

interface Row {
  readonly item: number;
  readonly file: string;
  readonly name: string;
  readonly testFile: string;
  readonly title: string;
}

const rows: readonly Row[] = [
  ...read("electron/main/security-checklist.md").matchAll(
    /^\| (\d+) \| [^|]+ \| `([^`#]+)#([^`]+)` \| (\S+): `([^`]+)` \|$/gm,
  ),
].map(([, item, file = "", name = "", testFile = "", title = ""]) => ({
  item: Number(item),
  file: file.includes("/") || file.endsWith(".json") ? file : `electron/main/${file}`,
  name,
  testFile,
  title,
}));

describe("the checklist", () => {
  test("has each of Electron's twenty items, in order", () => {
    const items = [...new Set(rows.map(({ item }) => item))];
    expect(items).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test.for(rows)("item $item is done by $name", ({ file, name }) => {
    const text = read(file);
    const isThere = text.includes(`export function ${name}(`) || text.includes(`export const ${name}:`);
    expect(isThere || (!file.startsWith("electron/main/") && text.includes(`"${name}"`))).toBe(true);
  });

  test.for(rows)("item $item is shown by a test: $title", ({ testFile, title }) => {
    expect(read(testFile)).toContain(`"${title}"`);
  });

  test.for(rows.filter(({ file }) => file.startsWith("electron/main/")))(
    "item $item is in the start of the app: $name",
    ({ name }) => {
      expect(read("electron/main/index.ts")).toMatch(new RegExp(`\\b${name}\\b(?! \\})`));
    },
  );
});

test("every process is in a sandbox before the app is ready", () => {
  const start = read("electron/main/index.ts");
  const prepare = start.slice(start.indexOf("function prepare()"), start.indexOf("function start()"));
  expect(prepare).toContain("app.enableSandbox();");
});

test("no experiment and no feature of Blink is switched on", () => {
  const preferences = windowPreferences("/preload.cjs");
  expect([preferences.experimentalFeatures, "enableBlinkFeatures" in preferences]).toEqual([false, false]);
});

test("Electron is one exact version of a major that is looked after", () => {
  const asked = String(readJson("package.json")["devDependencies"]?.["electron"]);
  const [, major] = /^(\d+)\.\d+\.\d+$/.exec(asked) ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(45);
});

test("every fuse is set, to what this app needs", () => {
  expect(readJson("resources/packaging/electron-builder.json")["electronFuses"]).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});
