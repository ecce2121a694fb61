// README's map and CONTRIBUTING's commands against the project.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { listProjectFiles } from "./copy-tree.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = read("README.md");

const map = [...readme.matchAll(/^\| ((?:`[\w/.-]+\/`(?:, )?)+) \|/gm)].flatMap(([, cell = ""]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, folder = ""]) => folder),
);

test("every folder of the map is there", () => {
  expect([map.length > 15, map.filter((folder) => !existsSync(join(root, folder)))]).toEqual([true, []]);
});

test("every folder of the product is on the map", () => {
  const folders = new Set(
    listProjectFiles()
      .filter((path) => /^(?:electron|renderer|resources|tests)\//.test(path))
      .map((path) =>
        path.split("/").slice(0, path.startsWith("electron/core/") ? 3 : path.startsWith("electron/") ? 2 : 1),
      )
      .filter((parts) => !parts.some((part) => part.includes(".")))
      .map((parts) => `${parts.join("/")}/`),
  );
  expect([...folders].filter((folder) => !map.includes(folder))).toEqual([]);
});

test("every npm script that is named in words for people exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [readme, read("CONTRIBUTING.md")].flatMap((text) =>
    [...text.matchAll(/npm run (?:-s |--silent )?([\w:]+)/g)].map(([, name = ""]) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});
