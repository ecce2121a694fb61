import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { textToBinary } from "../../../../electron/core/bytes/binary-text.ts";
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
  tools: readonly string[] | null = null,
): Promise<{ readonly terminal: ShellOnTerminal; readonly shell: Shell }> {
  const terminal = startShell(name, tools);
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
      output: { ok: true, value: { status: 0, text: "done", body: "done" } },
      runs: 1,
    });
  });

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever byte of the question is lost",
    { timeout: 60_000 },
    async (name) => {
      expect(await tryFaults(name, "sent", (_byte, at) => (at === 0 ? [] : null))).toEqual([]);
    },
  );

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever byte of the question is altered",
    { timeout: 60_000 },
    async (name) => {
      expect(await tryFaults(name, "sent", (byte, at) => (at === 0 ? [byte ^ 1] : null))).toEqual([]);
    },
  );

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever byte of the answer is lost",
    { timeout: 60_000 },
    async (name) => {
      expect(await tryFaults(name, "heard", (_byte, at) => (at === 0 ? [] : null))).toEqual([]);
    },
  );

  test.for(names)(
    "of %s runs a script at most once and never answers wrongly, whichever stretch of the question is lost",
    { timeout: 60_000 },
    async (name) => {
      const results = [];
      for (const length of [2, 17, 60]) {
        results.push(...(await tryFaults(name, "sent", (_byte, at) => (at < length ? [] : null))));
      }
      expect(results).toEqual([]);
    },
  );

  test.for(names)(
    "of %s is knocked at again when the end of the question and the first knock are lost",
    async (name) => {
      const { terminal, shell } = await open(name, 20);
      await shell.run(command(":"));
      // The second piece that is written is the first knock.
      const question = "echo one".length;
      terminal.spoilSent((byte, at, piece) =>
        piece === 1 || (piece === 0 && at > question && byte === 10) ? [] : [byte],
      );
      expect(await shell.run(command("echo one"))).toEqual({
        ok: true,
        value: { status: 0, text: "one", body: "one" },
      });
    },
  );

  test.for(names)("of %s gives any text back as it was", async (name) => {
    const { shell } = await open(name);
    const text = "tab\there 'quotes' \"double\" \\ $HOME `id` !history %s 网络 é\r\ncr\n\nend";
    const output = await shell.run(
      command(
        `printf '%s\\n\\n' '${text.replaceAll("'", "'\\''").replace("\t", "'\"$(printf '\\t')\"'").replace("\r", "'\"$(printf '\\r')\"'")}'`,
      ),
    );
    expect(output).toEqual({ ok: true, value: { status: 0, text, body: textToBinary(text) } });
  });

  test.for(names)("of %s takes a script of many lines and gives a long answer", async (name) => {
    const { shell } = await open(name);
    const lines = Array.from({ length: 400 }, (_, index) => `line ${index} of 'many'`);
    const output = await shell.run(command(lines.map((line) => `echo "${line}"`).join("\n")));
    expect(output.ok && output.value.text.split("\n")).toEqual(lines);
  });

  test.for(names)(
    "of %s is asked piece by piece when a line spoils every long answer",
    { timeout: 30_000 },
    async (name) => {
      const { terminal, shell } = await open(name, 4);
      terminal.spoilHeard((byte, at) => (at % 1500 === 1400 ? [byte ^ 2] : [byte]));
      const output = await shell.run(command("i=0;while [ $i -lt 700 ];do echo line $i;i=$((i+1));done"));
      expect(output.ok && output.value.text.split("\n").length).toBe(700);
    },
  );

  test.for(names)(
    "of %s fails in a way that says so when the line spoils everything",
    { timeout: 30_000 },
    async (name) => {
      const { terminal, shell } = await open(name, 10);
      terminal.spoilHeard((byte, at) => (at % 20 === 3 ? [byte ^ 2] : [byte]));
      const output = await shell.run(command("echo hello"));
      expect(output.ok ? output.value : output.failure.code).toMatch(
        /^(?:frame-corrupt|timed-out|terminal-restarted)$/,
      );
    },
  );

  test.for(names)("of %s tells when a script takes too long", async (name) => {
    const { shell } = await open(name);
    const output = await shell.run(command("sleep 2", 3000));
    expect(output.ok ? output.value : output.failure.code).toBe("timed-out");
  });

  test.for(names)("of %s is left with the person's own shell as it was, echo on", async (name) => {
    const { terminal, shell } = await open(name);
    await shell.leave(signal);
    let heard = "";
    terminal.port.onBytes((bytes) => (heard += Buffer.from(bytes).toString("latin1")));
    await terminal.port.write(Buffer.from("echo $PS1-$((40+2))\r"));
    await delay(200);
    expect(heard).toMatch(/echo \$PS1-\$\(\(40\+2\)\)\r\n# -42/);
  });

  test("without a checksum tool still answers, and says that it proves nothing", async () => {
    const { shell } = await open("dash", 10, ["cat", "wc", "tr", "tail", "head", "id", "stty"]);
    const output = await shell.run(command("echo one | cat"));
    expect([shell.proves, output]).toEqual([false, { ok: true, value: { status: 0, text: "one", body: "one" } }]);
  });

  test("without tr runs nothing that may change anything", async () => {
    const { terminal, shell } = await open("dash", 10, ["cat", "wc", "cksum", "tail", "head", "id", "stty"]);
    writeFileSync(join(terminal.folder, "counter"), "");
    await shell.run(command("printf x>>$FOLDER/counter"));
    expect([count(terminal), shell.proves]).toEqual([0, false]);
  });

  test("whose own prompt comes back with a flipped bit is not taken for somebody else's", async () => {
    const { terminal, shell } = await open("dash", 10);
    let flips = 0;
    // The question is lost, and the knock is answered with `cp% `.
    terminal.spoilSent((byte, _at, piece) => (piece === 0 ? [] : [byte]));
    terminal.spoilHeard((byte) => (byte === 0x24 && flips++ === 0 ? [0x25] : [byte]));
    const output = await shell.run(command("echo here"));
    expect([output.ok && output.value.text, flips > 0]).toEqual(["here", true]);
  });

  test("whose connection was cut is found again by its prompt", async () => {
    const { terminal } = await open("bash");
    const talk = new Conversation(terminal.port, hurry(10));
    const again = await Shell.open(talk, "ours", signal);
    const output = again.ok ? await again.value.run(command("echo $SHLVL")) : again;
    expect(output.ok).toBe(true);
  });
});

const script = `echo 'it'"'"'s one'\nprintf x>>$FOLDER/counter\necho "two  'quoted' \\$HOME"\nexit 3`;
const rightText = "it's one\ntwo  'quoted' $HOME";
const right = { ok: true, value: { status: 3, text: rightText, body: rightText } };

/** What becomes of the byte at an offset and of those behind it; null: nothing any more. */
type Fault = (byte: number, behind: number) => readonly number[] | null;
type Direction = "sent" | "heard";

/** One fault each at a sample of the first bytes: every quote, and every seventh byte from a drawn start. */
async function tryFaults(name: ShellName, direction: Direction, fault: Fault): Promise<readonly unknown[]> {
  let { terminal, shell } = await open(name, 20);
  const wrong: unknown[] = [];
  for (const at of [14, 15, 29, 30, 36, ...sampleOffsets(130)]) {
    writeFileSync(join(terminal.folder, "counter"), "");
    const spoil: Spoil = (byte, index, piece) => {
      // Nothing is spoilt behind the question.
      const isBehind = direction === "sent" && piece > 0;
      return index < at || isBehind ? [byte] : (fault(byte, index - at) ?? [byte]);
    };
    if (direction === "sent") terminal.spoilSent(spoil);
    else terminal.spoilHeard(spoil);
    const output = await shell.run(command(script));
    const runs = count(terminal);
    const isRight = !output.ok || JSON.stringify(output) === JSON.stringify(right);
    if (!isRight || runs > 1) wrong.push({ at, output, runs });
    if (!output.ok) ({ terminal, shell } = await open(name, 20));
  }
  return wrong;
}

function sampleOffsets(end: number): readonly number[] {
  const start = Math.floor(Math.random() * 7);
  return Array.from({ length: Math.ceil((end - start) / 7) }, (_, index) => start + index * 7);
}
