import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToBinary } from "../../../electron/core/bytes/binary-text.ts";
import { type ChecksumTool, printChecksum } from "../../../electron/core/bytes/checksum-tools.ts";
import { runOrThrow } from "../../peers/owned-process.ts";
import { findObstacle } from "../../peers/system-packages.ts";

const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 20_000, size: "max" }));

/** The tool over all cases in one process of its shell. */
async function runTool(command: string, cases: readonly Uint8Array[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-sums-"));
  try {
    cases.forEach((bytes, index) => writeFileSync(join(folder, String(index).padStart(4, "0")), bytes));
    const printed = await runOrThrow("sh", ["-c", `cd ${folder}; for f in *; do ${command}<$f; done`]);
    return printed.trimEnd().split("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(findObstacle("console") !== null).for<[string, ChecksumTool]>([
  ["cksum", "cksum"],
  ["md5sum", "md5sum"],
  ["sha256sum", "sha256sum"],
  ["busybox md5sum", "md5sum"],
  ["busybox sha256sum", "sha256sum"],
])("on random bytes %s prints what is expected of it", async ([command, tool]) => {
  const cases = [new Uint8Array(), ...fc.sample(anyBytes, 150)];
  expect(await runTool(command, cases)).toEqual(cases.map((bytes) => printChecksum(tool, bytesToBinary(bytes))));
});
