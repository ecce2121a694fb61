import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerGivenFiles } from "../../electron/app/given-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-given-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const call = { signal: AbortSignal.timeout(5000), emit: () => undefined };

async function readWhole(path: string, opensPaths = true): Promise<Buffer | string> {
  const pieces: Buffer[] = [];
  for (let offset = 0; ; ) {
    const part = await answerGivenFiles(opensPaths)["given.read"]({ path, offset }, call);
    if (!part.ok) return part.failure.message.en;
    const piece = Buffer.from(part.value.base64, "base64");
    pieces.push(piece);
    offset += piece.length;
    if (part.value.isLast) return Buffer.concat(pieces);
  }
}

test("a file arrives as it lies there, in parts", async () => {
  const octets = Buffer.from(Array.from({ length: 1_000_003 }, (_, at) => at % 251));
  const path = join(folder, "Friday.Counterpart-Plan");
  writeFileSync(path, octets);
  expect((await readWhole(path)) as Buffer).toEqual(octets);
});

test("an empty file is over at once", async () => {
  writeFileSync(join(folder, "x.counterpart-pack"), "");
  expect(await readWhole(join(folder, "x.counterpart-pack"))).toHaveLength(0);
});

test.for([
  ["another kind of file", "secrets.txt", true],
  ["a page that is not the desktop's", "x.counterpart-plan", false],
] as const)("nothing is given of %s", async ([, name, opensPaths]) => {
  writeFileSync(join(folder, name), "secret");
  expect(await readWhole(join(folder, name), opensPaths)).toContain("files are sent here");
});

test("a file that is larger than any plan is refused unread", async () => {
  const path = join(folder, "x.counterpart-plan");
  writeFileSync(path, "");
  truncateSync(path, 17 * 1024 * 1024);
  expect(await readWhole(path)).toBe("x.counterpart-plan: the file is larger than 16 MB.");
});

test("what is no file, or is gone, is said", async () => {
  mkdirSync(join(folder, "folder.counterpart-plan"));
  const said = [
    await readWhole(join(folder, "folder.counterpart-plan")),
    await readWhole(join(folder, "gone.counterpart-pack")),
  ];
  expect(said).toEqual([expect.stringContaining("EISDIR"), expect.stringContaining("ENOENT")]);
});
