// The model terminal of the push simulation, held against the real scripts: a script is killed in front of each command
// that changes anything, and what is then there is what the model says is there; then power is cut.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changeFile } from "../../../../../electron/core/dialects/linux-console/write/files.ts";
import { makeComplete, makeInspect } from "../../../../../electron/core/dialects/linux-console/write/standing.ts";
import type { Steps } from "../../../../../electron/core/dialects/linux-console/write/steps.ts";
import {
  makeApply,
  makeArm,
  makeConfirm,
  makeRollBack,
} from "../../../../../electron/core/dialects/linux-console/write/transaction.ts";
import { runOrThrow } from "../../../../peers/owned-process.ts";
import { ModelTerminal, type Script } from "../../../push/simulation/model-terminal.ts";
import { withFolder } from "./private-shell.ts";

const id = "p1";
const seconds = 600;
const shells = [
  ["dash", "/bin/dash"],
  ["BusyBox ash", "/bin/busybox"],
] as const;

const scripts = {
  arm: (parts: readonly Steps[]) => makeArm({ id, parts, seconds, tool: "cksum" }),
  apply: () => makeApply(id),
  confirm: () => makeConfirm(id),
  back: () => makeRollBack(id),
};

type ScriptName = keyof typeof scripts;

export const situations: readonly (readonly [string, readonly ScriptName[], ScriptName])[] = [
  ["applying", ["arm"], "apply"],
  ["confirming", ["arm", "apply"], "confirm"],
  ["rolling back what runs", ["arm", "apply"], "back"],
  ["rolling back what lasts", ["arm", "apply", "confirm"], "back"],
];

export function testConformance(counts: readonly number[], chosen = situations): void {
  for (const [name, path] of shells) {
    for (const count of counts) {
      test.each(chosen)(
        `${name}, ${count} files: the model is right about %s`,
        async (_name, before, script) => {
          const real = await killEverywhere(path, { count, before, script });
          expect(dropRepeats(real)).toEqual(dropRepeats(stopEverywhere({ count, before, script })));
        },
        120_000,
      );
    }
  }
}

interface Case {
  /** How many files the change has. */
  readonly count: number;
  readonly before: readonly ScriptName[];
  readonly script: ScriptName;
}

/** In front of each of these, in turn, the script is killed. */
const changing = ["mv", "cp", "rm", "cat", "sync"];

/** What was there after each kill, and what power cut and completion then made of it. */
async function killEverywhere(shell: string, what: Case): Promise<readonly string[]> {
  const lines: string[] = [];
  await withFolder(async (folder) => {
    writeTools(folder, shell);
    const driver = makeDriver(folder, what);
    const said = await runOrThrow("unshare", ["--mount", "/bin/dash", "-c", driver], { timeLimit: 120_000 });
    lines.push(...said.split("\n").filter((line) => line !== ""));
  });
  return lines;
}

/** `quiet` holds what every script finds, `bin` also what counts and kills. */
function writeTools(folder: string, shell: string): void {
  const [quiet, bin] = [join(folder, "quiet"), join(folder, "bin")];
  const write = (path: string, text: string): void => {
    writeFileSync(path, `#!/bin/dash\n${text}\n`);
    chmodSync(path, 0o755);
  };
  for (const each of [quiet, bin]) mkdirSync(each);
  symlinkSync(shell, join(quiet, "sh"));
  write(join(quiet, "sleep"), "exit 0");
  write(join(quiet, "mark"), `echo $1>${folder}/running`);
  const counted = `read n<${folder}/count;n=$((n+1));echo $n>${folder}/count;[ $n != "$KILL_AT" ]||kill -9 0`;
  for (const name of changing) write(join(bin, name), `${counted}\nexec /bin/${name} "$@"`);
  write(join(bin, "mark"), `${counted}\nexec ${quiet}/mark "$@"`);
  // BusyBox takes its own before those of the path: functions stand before both.
  const hooks = changing.map((name) => `${name}(){ ${bin}/${name} "$@";}`);
  writeFileSync(join(folder, "hooks"), `[ ! "$KILL_AT" ]||{ ${hooks.join("\n")}\n}\n`);
}

function makeDriver(folder: string, { count, before, script }: Case): string {
  const files = Array.from({ length: count }, (_, place) => join(folder, `file${place}`));
  const parts = makeParts(folder, files);
  // Nobody watches here, so that nothing happens behind the test's back.
  const hook = (text: string): string =>
    text
      .replaceAll("/proc/uptime", "/proc/missing")
      .replaceAll("umask 077;", `umask 077;. ${folder}/hooks;`)
      .replaceAll("y(){", `. ${folder}/hooks;y(){`);
  const run = (name: ScriptName): string => `sh -c ${quoteWord(hook(scripts[name](parts)))} >/dev/null 2>&1`;
  const show = count === 0 ? "" : `$(/bin/cat ${files.join(" ")}|/usr/bin/paste -s -d,)`;
  return [
    "mount -t tmpfs tmpfs /etc;mount -t tmpfs tmpfs /run",
    `export c=cksum KILL_AT=;K=0;Q=${folder}/quiet:/usr/bin:/bin`,
    "while K=$((K+1));do",
    `PATH=$Q;/bin/rm -rf /run/counterpart /etc/.counterpart ${folder}/*.counterpart;echo old>${folder}/running`,
    ...files.map((file) => `echo old>${file}`),
    ...before.map(run),
    // A group of its own, which is killed as a whole.
    `PATH=${folder}/bin:$Q;echo 0 >${folder}/count;KILL_AT=$K /usr/bin/setsid -w ${run(script)};R=$?;PATH=$Q`,
    `P=$(sh -c ${quoteWord(makeInspect())});P=\${P#left };M=;[ ! -e /etc/.counterpart ]||M=" marked"`,
    `read r<${folder}/running;echo "\${P%% *}: ${show}$M, runs $r"`,
    `/bin/rm -rf /run/counterpart;sh -c ${quoteWord(makeComplete(id))} >/dev/null`,
    `echo "restarted and completed: ${show}"`,
    "[ $R = 0 ]&&break;done 2>/dev/null",
  ].join("\n");
}

function makeParts(folder: string, files: readonly string[]): readonly Steps[] {
  const changes = files.map((path, place) => changeFile({ path, before: "old\n", after: "new\n", label: `f${place}` }));
  const network: Steps = {
    prepare: [],
    files: [],
    apply: [
      { name: "ifdown", shell: "mark mixed" },
      { name: "ifup", shell: "mark new" },
    ],
    persist: [],
    undo: ["mark mixed", "mark old"],
    isRestored: [`grep -q old ${folder}/running`],
  };
  return [{ ...network, files: changes.flatMap((change) => (change.ok ? [change.value] : [])) }];
}

/** The same by the model. */
function stopEverywhere({ count, before, script }: Case): readonly string[] {
  const lines: string[] = [];
  for (let steps = 0; ; steps++) {
    const terminal = new ModelTerminal(count, false);
    for (const name of before) finish(start(terminal, name));
    const running = start(terminal, script);
    let isOver = false;
    for (let step = 0; step < steps && !isOver; step++) isOver = running.next().done ?? false;
    const marked = terminal.marker === null ? "" : " marked";
    const phase = terminal.folder?.phase ?? "nothing";
    lines.push(`${phase}: ${terminal.files.join(",")}${marked}, runs ${terminal.running}`);
    terminal.reboot();
    finish(terminal.complete(id));
    lines.push(`restarted and completed: ${terminal.files.join(",")}`);
    if (isOver) return lines;
  }
}

function start(terminal: ModelTerminal, name: ScriptName): Script {
  return name === "arm" ? terminal.arm(id, seconds) : terminal[name](id);
}

function finish(script: Script): void {
  while (!script.next().done);
}

/** Pairs of lines; the real script has more steps than the model, and most of them change nothing that matters. */
function dropRepeats(lines: readonly string[]): readonly string[] {
  const pairs = lines.flatMap((line, place) => (place % 2 === 0 ? [`${line}; ${lines[place + 1]}`] : []));
  return pairs.filter((pair, place) => pair !== pairs[place - 1]);
}

function quoteWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
