import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeFile } from "../../../../../electron/core/dialects/linux-console/write/files.ts";
import type { Steps } from "../../../../../electron/core/dialects/linux-console/write/steps.ts";
import {
  makeFinish,
  makeTransaction,
  makeUndo,
  readOutcome,
} from "../../../../../electron/core/dialects/linux-console/write/transaction.ts";
import { obstacle, runScripts, shells, withFolder } from "./private-shell.ts";

const before = '# comment\'s\n\tnameserver 1.1.1.1  \nback\\slash $HOME `id` "x"\n\n';
const after = before.replace("1.1.1.1", "9.9.9.9");

function change(path: string, texts: { readonly before: string; readonly after: string } = { before, after }): Steps {
  const steps = changeFile({ path, ...texts, label: "settings" });
  if (!steps.ok) throw new Error(steps.failure.code);
  return steps.value;
}

/** A part that does nothing but what is given. */
function part(steps: Partial<Steps>): Steps {
  return { prepare: [], apply: [], persist: [], undo: [], ...steps };
}

function outcome(output: string): unknown {
  const read = readOutcome(output);
  return read.ok ? read.value : read.failure.code;
}

describe.skipIf(obstacle !== null).each(shells)("a transaction by %s", (_name, shell) => {
  test("changes the file, and keeps what it needs to undo it until it is finished", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, before, { mode: 0o644 });
      const { stdout } = await runScripts(shell, [makeTransaction([change(path)]), "ls /run", makeFinish(), "ls /run"]);
      expect([stdout, readFileSync(path, "utf8")]).toEqual(["done\ncounterpart\nfinished\n", after]);
    });
  });

  test("takes everything back when it is asked to", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, before, { mode: 0o600 });
      const parts = [change(path), part({ undo: [`echo undone>>${folder}/log`] })];
      const { stdout } = await runScripts(shell, [makeTransaction(parts), makeUndo(parts), "ls /run"]);
      expect([
        stdout,
        readFileSync(path, "utf8"),
        statSync(path).mode & 0o777,
        readFileSync(join(folder, "log"), "utf8"),
      ]).toEqual(["done\nundone\n", before, 0o600, "undone\n"]);
    });
  });

  test("takes back a file that was not there", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "resolv.conf");
      const parts = [change(path, { before: "", after: "nameserver 9.9.9.9\n" })];
      const { stdout } = await runScripts(shell, [makeTransaction(parts), `cat ${path}`, makeUndo(parts)]);
      expect([stdout, existsSync(path)]).toEqual(["done\nnameserver 9.9.9.9\nundone\n", false]);
    });
  });

  test("changes nothing when the file is no longer as it was read", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "settings");
      writeFileSync(path, `${before}\n`);
      const { stdout } = await runScripts(shell, [
        makeTransaction([change(path), part({ apply: [{ name: "never", shell: `>${folder}/never` }] })]),
      ]);
      expect([outcome(stdout), readFileSync(path, "utf8"), existsSync(join(folder, "never"))]).toEqual([
        "plan-stale",
        `${before}\n`,
        false,
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
      const { stdout } = await runScripts(shell, [makeTransaction(parts), "ls /run"]);
      expect([outcome(stdout), readFileSync(path, "utf8"), readFileSync(join(folder, "log"), "utf8")]).toEqual([
        { kind: "restored", step: "it breaks", reason: "ifup: failed to bring up eth0" },
        before,
        "one\n-two\n-one\n",
      ]);
    });
  });

  test("keeps others out while it runs, and not when it was cut off", async () => {
    await withFolder(async (folder) => {
      const slow = makeTransaction([part({ apply: [{ name: "slow", shell: "sleep 1" }] })]);
      const quick = makeTransaction([part({ apply: [{ name: "quick", shell: `echo x>>${folder}/log` }] })]);
      const busy = `${shell.join(" ")} "$S"&sleep 0.3;eval "$Q"`;
      const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
      const first = await runScripts(shell, [`S=${quoted(slow)};Q=${quoted(quick)};${busy}`]);
      const cut = await runScripts(shell, ["mkdir /run/counterpart;echo 4194304 >/run/counterpart/pid", quick]);
      const started = await runScripts(shell, ["mkdir /run/counterpart", quick]);
      expect([first.stdout.split("\n")[0], cut.stdout, started.stdout]).toEqual(["busy", "done\n", "done\n"]);
    });
  });

  test("is not ended by the loss of the line", async () => {
    await withFolder(async (folder) => {
      const script = makeTransaction([
        part({
          apply: [{ name: "cut", shell: "kill -HUP $$;kill -INT $$;kill -PIPE $$" }],
          persist: [{ name: "go on", shell: `echo x>${folder}/log` }],
        }),
      ]);
      const { stdout } = await runScripts(shell, [script]);
      expect([stdout, readFileSync(join(folder, "log"), "utf8")]).toEqual(["done\n", "x\n"]);
    });
  });
});

test.each([
  ["done", { kind: "written" }],
  ["done\n", { kind: "written" }],
  ["busy", "terminal-busy"],
  ["failed plan-stale\n", "plan-stale"],
  ["failed plan-stale\ncat: /etc/x: No such file", "plan-stale"],
  ["failed ifup\n", { kind: "restored", step: "ifup", reason: "" }],
  [
    "failed ifup\nRTNETLINK answers: File exists",
    { kind: "restored", step: "ifup", reason: "RTNETLINK answers: File exists" },
  ],
  [
    "failed ifup\nifup: failed to bring up eth0 ",
    { kind: "restored", step: "ifup", reason: "ifup: failed to bring up eth0" },
  ],
  ["failed ifup\nfailed to bring up eth0", { kind: "restored", step: "ifup", reason: "failed to bring up eth0" }],
  ["sh: warning: x failed\ndone", { kind: "written" }],
  ["failed lock /run/counterpart", { kind: "restored", step: "lock /run/counterpart", reason: "" }],
  ["", { kind: "unclear", step: "transaction", reason: "" }],
  ["sh: syntax error", { kind: "unclear", step: "transaction", reason: "sh: syntax error" }],
])("the output %j is read for what it is", (output, result) => {
  expect(outcome(output)).toEqual(result);
});
