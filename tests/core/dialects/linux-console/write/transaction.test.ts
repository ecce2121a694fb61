import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeFile } from "../../../../../electron/core/dialects/linux-console/write/files.ts";
import type { Steps } from "../../../../../electron/core/dialects/linux-console/write/steps.ts";
import { readArmed, readOutcome } from "../../../../../electron/core/dialects/linux-console/write/outcome.ts";
import {
  makeApply,
  makeArm,
  makeConfirm,
  makeFinish,
  makeRollBack,
} from "../../../../../electron/core/dialects/linux-console/write/transaction.ts";
import { obstacle, runScripts, shells, withFolder } from "./private-shell.ts";

const before = '# comment\'s\n\tnameserver 1.1.1.1  \nback\\slash $HOME `id` "x"\n\n';
const after = before.replace("1.1.1.1", "9.9.9.9");

function change(path: string, texts: { readonly before: string; readonly after: string } = { before, after }): Steps {
  const file = changeFile({ path, ...texts, label: "settings" });
  if (!file.ok) throw new Error(file.failure.code);
  return part({ files: [file.value] });
}

/** A part that does nothing but what is given. */
function part(steps: Partial<Steps>): Steps {
  return { prepare: [], apply: [], files: [], persist: [], undo: [], isRestored: [], ...steps };
}

const id = "push-1";

/** A minute is longer than any of these. */
function arm(parts: readonly Steps[], seconds = 60): string {
  return makeArm({ id, parts, seconds, tool: "cksum" });
}

/** Everything up to what lasts. */
function makeWhole(parts: readonly Steps[]): readonly string[] {
  return [arm(parts), makeApply(id), makeConfirm(id)];
}

const guarded = "armed guarded";

describe.skipIf(obstacle !== null).each(shells)("a transaction by %s", (_name, shell) => {
  async function run(scripts: readonly string[]): Promise<readonly string[]> {
    return (await runScripts(shell, scripts)).stdout.trim().split("\n");
  }

  test("changes the file when it is confirmed and not before, and keeps the way back until it is finished", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, before, { mode: 0o644 });
      const parts = [change(path)];
      const look = `cmp -s ${path} /run/counterpart/settings.old&&echo old||echo new`;
      const said = await run([arm(parts), makeApply(id), look, makeConfirm(id), look, makeFinish(id), "ls /run"]);
      expect([said, readFileSync(path, "utf8")]).toEqual([[guarded, "done", "old", "done", "new", "finished"], after]);
    });
  });

  test("takes everything back when it is asked to, also what was confirmed", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, before, { mode: 0o600 });
      const parts = [change(path), part({ undo: [`echo undone>>${folder}/log`] })];
      const said = await run([...makeWhole(parts), makeRollBack(id), makeFinish(id)]);
      expect([
        said,
        readFileSync(path, "utf8"),
        statSync(path).mode & 0o777,
        readFileSync(join(folder, "log"), "utf8"),
      ]).toEqual([[guarded, "done", "done", "undone", "finished"], before, 0o600, "undone\n"]);
    });
  });

  test("takes back a file that was not there", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "resolv.conf");
      const parts = [change(path, { before: "", after: "nameserver 9.9.9.9\n" })];
      const said = await run([...makeWhole(parts), `cat ${path}`, makeRollBack(id), makeFinish(id)]);
      expect([said, existsSync(path)]).toEqual([
        [guarded, "done", "done", "nameserver 9.9.9.9", "undone", "finished"],
        false,
      ]);
    });
  });

  test("changes nothing when the file is no longer as it was read", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, `${before}\n`);
      const said = await run([arm([change(path)]), "ls /run"]);
      const read = readArmed(said.join("\n"));
      expect([read.ok ? "armed" : read.failure.code, readFileSync(path, "utf8")]).toEqual([
        "plan-stale",
        `${before}\n`,
      ]);
    });
  });

  test("undoes all parts, the last one first, when a step fails, and says which and why", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, before);
      const parts = [
        part({
          apply: [{ name: "one", shell: `echo one>>${folder}/log` }],
          undo: [`echo -one>>${folder}/log`, "false"],
        }),
        change(path),
        part({
          persist: [{ name: "it breaks", shell: "echo ifup: failed to bring up eth0 >&2;false" }],
          undo: [`echo -two>>${folder}/log`],
        }),
      ];
      const said = await run([...makeWhole(parts), makeFinish(id)]);
      expect([
        readOutcome(said.slice(0, -1).join("\n")),
        readFileSync(path, "utf8"),
        readFileSync(join(folder, "log"), "utf8"),
      ]).toEqual([
        { kind: "failed", step: "it breaks", reason: "ifup: failed to bring up eth0" },
        before,
        "one\n-two\n-one\n",
      ]);
    });
  });

  test("keeps others out while it is armed, and not when it was cut off", async () => {
    const parts = [part({ apply: [{ name: "quick", shell: ":" }] })];
    const busy = await run([arm(parts), arm(parts), makeFinish(id)]);
    const cut = await run(["mkdir /run/counterpart;echo 4194304 >/run/counterpart/pid", arm(parts), makeFinish(id)]);
    const begun = await run(["mkdir /run/counterpart", arm(parts), makeFinish(id)]);
    expect([busy, cut, begun]).toEqual([
      [guarded, "busy", "finished"],
      [guarded, "finished"],
      [guarded, "finished"],
    ]);
  });

  test("is not ended by the loss of the line", async () => {
    await withFolder(async (folder) => {
      const parts = [
        part({
          apply: [{ name: "cut", shell: "kill -HUP $$;kill -INT $$;kill -PIPE $$" }],
          persist: [{ name: "go on", shell: `echo x>${folder}/log` }],
        }),
      ];
      const said = await run([...makeWhole(parts), makeFinish(id)]);
      expect([said, readFileSync(join(folder, "log"), "utf8")]).toEqual([[guarded, "done", "done", "finished"], "x\n"]);
    });
  });

  test("is not taken back by the watchdog of an earlier one", async () => {
    const parts = [part({ apply: [{ name: "go", shell: ":" }] })];
    const said = await run([
      arm(parts, 1),
      makeFinish(id),
      arm(parts, 60),
      "sleep 2.2",
      makeConfirm(id),
      makeFinish(id),
    ]);
    expect(said).toEqual([guarded, "finished", guarded, "done", "finished"]);
  });

  test("is taken back by the watchdog when the confirmation is killed between two files", async () => {
    await withFolder(async (folder) => {
      const paths = ["one", "two"].map((name) => join(folder, name));
      for (const path of paths) writeFileSync(path, before);
      const [one, two] = paths.map((path) => change(path));
      if (!one || !two) throw new Error("two files");
      const parts = [one, { ...two, files: two.files.map((file) => ({ ...file, label: "other" })) }];
      const todo = "/run/counterpart/todo";
      const killed = `{ head -n 2 ${todo};echo 'mkdir /run/once 2>/dev/null&&kill -9 $PPID $$';tail -n +3 ${todo};}>${todo}.1;mv ${todo}.1 ${todo}`;
      const between = `cmp -s ${paths.join(" ")}&&echo same||echo between;ls /etc/.counterpart`;
      const wait = "n=0;until [ -e /run/counterpart/restored ]||[ $n -gt 80 ];do n=$((n+1));sleep .1;done";
      const said = await run([arm(parts), makeApply(id), killed, makeConfirm(id), between, wait, "ls /etc;echo over"]);
      expect([
        said.filter((line) => line !== "Killed" && line !== "other"),
        paths.map((path) => readFileSync(path, "utf8")),
      ]).toEqual([
        [guarded, "done", "between", "/etc/.counterpart", "over"],
        [before, before],
      ]);
    });
  });

  test("goes back by itself when nobody confirms in time, and a confirmation after that is late", async () => {
    await withFolder(async (folder) => {
      const parts = [
        part({ apply: [{ name: "go", shell: `echo new>${folder}/state` }], undo: [`echo old>${folder}/state`] }),
      ];
      const wait = "n=0;until [ -e /run/counterpart/restored ]||[ $n -gt 80 ];do n=$((n+1));sleep .1;done";
      const said = await run([
        arm(parts, 1),
        makeApply(id),
        wait,
        `cat ${folder}/state`,
        makeConfirm(id),
        makeFinish(id),
      ]);
      expect(said).toEqual([guarded, "done", "old", "late", "finished"]);
    });
  });
});

test.each([
  ["done", { kind: "done" }],
  ["done\n", { kind: "done" }],
  ["late", { kind: "late" }],
  ["failed ifup\n", { kind: "failed", step: "ifup", reason: "" }],
  [
    "failed ifup\nRTNETLINK answers: File exists",
    { kind: "failed", step: "ifup", reason: "RTNETLINK answers: File exists" },
  ],
  ["failed ifup\nfailed to bring up eth0", { kind: "failed", step: "ifup", reason: "failed to bring up eth0" }],
  ["sh: warning: x failed\ndone", { kind: "done" }],
  ["", { kind: "unclear", step: "", reason: "" }],
  ["sh: syntax error", { kind: "unclear", step: "sh: syntax error", reason: "" }],
])("the output %j is read for what it is", (output, result) => {
  expect(readOutcome(output)).toEqual(result);
});

test.each([
  ["armed guarded", "guarded"],
  ["armed ", "not guarded"],
  ["busy", "terminal-busy"],
  ["failed plan-stale\ncat: /etc/x: No such file", "plan-stale"],
  ["failed copy settings\nNo space left on device", "command-failed"],
  ["", "command-failed"],
])("the answer %j to arming is read for what it is", (output, result) => {
  const armed = readArmed(output);
  expect(armed.ok ? (armed.value.isGuarded ? "guarded" : "not guarded") : armed.failure.code).toBe(result);
});
