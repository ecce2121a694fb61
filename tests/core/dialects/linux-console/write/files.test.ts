import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeFile } from "../../../../../electron/core/dialects/linux-console/write/files.ts";
import {
  makeApply,
  makeArm,
  makeConfirm,
} from "../../../../../electron/core/dialects/linux-console/write/transaction.ts";
import { obstacle, runScripts, shells, withFolder } from "./private-shell.ts";

const id = "push-1";

function makeScripts(path: string, before: string, after: string): readonly string[] {
  const change = changeFile({ path, before, after, label: "x" });
  if (!change.ok) throw new Error(change.failure.code);
  const part = { prepare: [], apply: [], files: [change.value], persist: [], undo: [], isRestored: [] };
  return [makeArm({ id, parts: [part], seconds: 60, tool: "cksum" }), makeApply(id), makeConfirm(id)];
}

describe.skipIf(obstacle !== null).each(shells)("replacing a file with %s", (_name, shell) => {
  test("keeps its mode and owner and leaves nothing beside it", async () => {
    await withFolder(async (folder) => {
      const target = join(folder, "it's a file");
      writeFileSync(target, "old\n");
      chmodSync(target, 0o640);
      chownSync(target, 12, 34);
      await runScripts(shell, makeScripts(target, "old\n", "new\n\n"));
      const { mode, uid, gid } = statSync(target);
      expect([readFileSync(target, "utf8"), mode & 0o777, uid, gid, readdirSync(folder)]).toEqual([
        "new\n\n",
        0o640,
        12,
        34,
        ["it's a file"],
      ]);
    });
  });

  test("makes a file that is missing, readable by all", async () => {
    await withFolder(async (folder) => {
      const target = join(folder, "target");
      await runScripts(shell, makeScripts(target, "", "new\n"));
      expect([readFileSync(target, "utf8"), statSync(target).mode & 0o777]).toEqual(["new\n", 0o644]);
    });
  });

  test("overwrites in place a file that is a mount point", async () => {
    await withFolder(async (folder) => {
      const [real, target] = [join(folder, "real"), join(folder, "target")];
      writeFileSync(real, "old, and longer\n");
      writeFileSync(target, "");
      const scripts = makeScripts(target, "old, and longer\n", "new\n");
      await runScripts(shell, [`mount --bind ${real} ${target}`, ...scripts, `umount ${target}`]);
      expect([readFileSync(real, "utf8"), readdirSync(folder)]).toEqual(["new\n", ["real", "target"]]);
    });
  });

  test("leaves the old file whole and says so when there is no room", async () => {
    await withFolder(async (folder) => {
      const target = join(folder, "target");
      const scripts = makeScripts(target, "old\n", "x".repeat(6000));
      const { stdout } = await runScripts(shell, [
        `mount -t tmpfs -o size=8k tmpfs ${folder};echo old>${target}`,
        ...scripts,
        `cat ${target};ls ${folder}`,
      ]);
      expect(stdout.split("\n").filter((line) => !line.includes("space"))).toEqual([
        "armed guarded",
        "done",
        "failed write x",
        "old",
        "target",
        "",
      ]);
    });
  });

  test("sends only what differs, also in the middle of a long file and within characters of several octets", async () => {
    await withFolder(async (folder) => {
      const target = join(folder, "target");
      const old = `# 收银台\n${"# padding\n".repeat(1500)}address 10.0.0.1 # 网\n`;
      const fresh = old.replace("10.0.0.1 # 网", "10.0.0.2 # 络");
      writeFileSync(target, old);
      const scripts = makeScripts(target, old, fresh);
      await runScripts(shell, scripts);
      expect([readFileSync(target, "utf8") === fresh, scripts.join("").length < 6000]).toEqual([true, true]);
    });
  });
});

test("a file that fills what is read of it is not written, because there may be more of it", () => {
  const change = changeFile({ path: "/etc/network/interfaces", before: "#".repeat(16_384), after: "x", label: "x" });
  expect(change.ok ? null : change.failure.code).toBe("file-too-long");
});

test.each([
  ["a carriage return", "auto eth0\r\n"],
  ["an escape", "# \x1b[31m\n"],
  ["bytes that are no UTF-8 and would come back as others", "# caf\ufffd\n"],
])("a file with %s is not written", (_name, before) => {
  const change = changeFile({ path: "/etc/network/interfaces", before, after: `${before}iface\n`, label: "x" });
  expect(change.ok ? null : change.failure.code).toBe("value-refused");
});
