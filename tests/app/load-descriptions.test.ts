import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDescriptions } from "../../electron/app/load-descriptions.ts";
import { dialects } from "../../electron/core/dialects/registry.ts";
import { readDescribedLogs } from "../../electron/core/dialects/linux-console/description.ts";
import { readDescriptions } from "../../electron/core/dialects/xcb/description.ts";

const files = readdirSync(join(import.meta.dirname, "../../resources/profiles"));
const loaded = await loadDescriptions();

test("every file that is shipped is a description of a family that is spoken", () => {
  const families = dialects.map(({ family }) => family);
  const known = loaded.filter(({ family }) => families.includes(family)).map(({ source }) => source);
  expect(known.sort()).toEqual(files.sort());
});

test.each(loaded.filter(({ family }) => family === "xcb"))("$source says what its family needs", (description) => {
  expect(readDescriptions([description])).toHaveLength(1);
});

test.each(loaded.filter(({ family }) => family === "linux-console"))("$source names logs", (description) => {
  expect(readDescribedLogs([description]).length).toBeGreaterThan(0);
});
