import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { Conversation } from "../../../../electron/core/dialects/conversation.ts";
import { Shell } from "../../../../electron/core/dialects/linux-console/shell.ts";
import { hurry } from "../../../contracts/fast-clock.ts";
import { findObstacle } from "../../../peers/system-packages.ts";
import { type ShellName, type ShellOnTerminal, type Spoil, shellPaths, startShell } from "./shell-on-terminal.ts";

const obstacle = findObstacle("console");
const names = Object.keys(shellPaths) as ShellName[];
const signal = new AbortController().signal;
const terminals: ShellOnTerminal[] = [];

afterEach(async () => {
  await Promise.all(terminals.splice(0).map((terminal) => terminal.end()));
});

async function open(
  name: ShellName,
  factor = 10,
): Promise<{ readonly terminal: ShellOnTerminal; readonly shell: Shell }> {
  const terminal = startShell(name);
  terminals.push(terminal);
  const talk = new Conversation(terminal.port, hurry(factor));
  await talk.waitFor(() => (talk.heard.includes("# ") ? true : null), { within: 50_000, signal });
  const shell = await Shell.open(talk, "shell", signal);
  if (!shell.ok) throw new Error(shell.failure.message.en);
  return { terminal, shell: shell.value };
}

function command(script: string, limit = 60_000): Parameters<Shell["run"]>[0] {
  return { script, step: "test", limit, signal };
}

/** How often a script that appends to the counter was carried out. */
function count({ folder }: ShellOnTerminal): number {
  return readFileSync(join(folder, "counter"), "utf8").length;
}

describe.skipIf(obstacle !== null)(`a shell${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for(names)("of %s runs a silent script of many lines to its end, once, however long it takes", async (name) => {
    const { terminal, shell } = await open(name);
    writeFileSync(join(terminal.folder, "counter"), "");
    // The prompt behind the last answer has come before the next question is asked.
    await delay(50);
    const output = await shell.run(command(`:\n:\nprintf x>>$FOLDER/counter\nsleep 0.6\necho done`));
    expect({ output, runs: count(terminal) }).toEqual({
      output: { ok: true, value: { status: 0, text: "done" } },
      runs: 1,
    });
  });

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever byte of the question is lost",
    { timeout: 60_000 },
    async (name) => {
      await tryFaults(name, "sent", () => []);
    },
  );

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever byte of the question is altered",
    { timeout: 60_000 },
    async (name) => {
      await tryFaults(name, "sent", (byte) => [byte ^ 1]);
    },
  );

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever byte of the answer is lost",
    { timeout: 60_000 },
    async (name) => {
      await tryFaults(name, "heard", () => []);
    },
  );
});

const script = `echo 'it'"'"'s one'\nprintf x>>$FOLDER/counter\necho "two  'quoted' \\$HOME"\nexit 3`;
const right = { ok: true, value: { status: 3, text: "it's one\ntwo  'quoted' $HOME" } };

type Direction = "sent" | "heard";

/** One fault each at a sample of the first bytes: every quote, and every seventh byte from a drawn start. */
async function tryFaults(
  name: ShellName,
  direction: Direction,
  fault: (byte: number) => readonly number[],
): Promise<void> {
  let { terminal, shell } = await open(name, 20);
  const wrong: unknown[] = [];
  for (const at of [14, 15, 29, 30, 36, ...sampleOffsets(130)]) {
    writeFileSync(join(terminal.folder, "counter"), "");
    const spoil: Spoil = (byte, index) => (index === at ? fault(byte) : [byte]);
    if (direction === "sent") terminal.spoilSent(spoil);
    else terminal.spoilHeard(spoil);
    const output = await shell.run(command(script));
    const runs = count(terminal);
    const isRight = !output.ok || JSON.stringify(output) === JSON.stringify(right);
    if (!isRight || runs > 1) wrong.push({ at, output, runs });
    if (!output.ok) ({ terminal, shell } = await open(name, 20));
  }
  expect(wrong).toEqual([]);
}

function sampleOffsets(end: number): readonly number[] {
  const start = Math.floor(Math.random() * 7);
  return Array.from({ length: Math.ceil((end - start) / 7) }, (_, index) => start + index * 7);
}
