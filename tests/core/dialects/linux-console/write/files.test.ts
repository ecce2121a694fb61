import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeFile, replaceFunction } from "../../../../../electron/core/dialects/linux-console/write/files.ts";
import { obstacle, runScripts, shells, withFolder } from "./private-shell.ts";

describe.skipIf(obstacle !== null).each(shells)("replacing a file with %s", (_name, shell) => {
  test("keeps its mode and owner and leaves nothing beside it", async () => {
    await withFolder(async (folder) => {
      const target = join(folder, "it's a file");
      writeFileSync(target, "old\n");
      chmodSync(target, 0o640);
      writeFileSync(join(folder, "new"), "new\n\n");
      await runScripts(shell, [
        `cd ${folder};umask 077;chown 12:34 "it's a file";${replaceFunction}\nx new "it's a file" beside`,
      ]);
      const { mode, uid, gid } = statSync(target);
      expect([readFileSync(target, "utf8"), mode & 0o777, uid, gid, readdirSync(folder).sort()]).toEqual([
        "new\n\n",
        0o640,
        12,
        34,
        ["it's a file", "new"],
      ]);
    });
  });

  test("makes a file that is missing, readable by all", async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, "new"), "new\n");
      const { stdout } = await runScripts(shell, [
        `cd ${folder};umask 077;${replaceFunction}\nx new target beside&&echo well`,
      ]);
      const target = join(folder, "target");
      expect([stdout, existsSync(target) && readFileSync(target, "utf8"), statSync(target).mode & 0o777]).toEqual([
        "well\n",
        "new\n",
        0o644,
      ]);
    });
  });

  test("overwrites in place a file that is a mount point", async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, "real"), "old, and longer\n");
      writeFileSync(join(folder, "target"), "");
      writeFileSync(join(folder, "new"), "new\n");
      const script = `cd ${folder};mount --bind real target;${replaceFunction}\nx new target beside&&echo well;ls;umount target`;
      const { stdout } = await runScripts(shell, [script]);
      expect([stdout, readFileSync(join(folder, "real"), "utf8")]).toEqual(["well\nnew\nreal\ntarget\n", "new\n"]);
    });
  });

  test("leaves the old file whole and says so when there is no room", async () => {
    await withFolder(async (folder) => {
      const script = `mount -t tmpfs -o size=8k tmpfs ${folder};cd ${folder};echo old>target;head -c 6000 /dev/zero>/run/new;${replaceFunction}\nx /run/new target beside 2>/dev/null||echo failed;cat target;ls`;
      const { stdout } = await runScripts(shell, [script]);
      expect(stdout).toBe("failed\nold\ntarget\n");
    });
  });
});

test.each([
  ["a carriage return", "auto eth0\r\n"],
  ["an escape", "# \x1b[31m\n"],
  ["bytes that are no UTF-8 and would come back as others", "# caf\ufffd\n"],
])("a file with %s is not written", (_name, before) => {
  const change = changeFile({ path: "/etc/network/interfaces", before, after: `${before}iface\n`, label: "x" });
  expect(change.ok ? null : change.failure.code).toBe("value-refused");
});
