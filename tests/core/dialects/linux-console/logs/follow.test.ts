// Logs followed on a real shell with real tail.
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { nodeSurroundings } from "../../../../../electron/app/node-surroundings.ts";
import { Conversation } from "../../../../../electron/core/dialects/conversation.ts";
import { ConsoleLogs } from "../../../../../electron/core/dialects/linux-console/logs/access.ts";
import { followKernel, makeFollowCommand } from "../../../../../electron/core/dialects/linux-console/logs/follow.ts";
import { Shell } from "../../../../../electron/core/dialects/linux-console/shell.ts";
import type { LogSource } from "../../../../../electron/core/dialects/log-pull.ts";
import { findObstacle } from "../../../../peers/system-packages.ts";
import { type ShellName, type ShellOnTerminal, startShell } from "../shell-on-terminal.ts";

const obstacle = findObstacle("console");
const never = { signal: new AbortController().signal, onStage: () => undefined };

interface Opened {
  readonly talk: Conversation;
  readonly logs: ConsoleLogs;
  readonly file: string;
}

describe.skipIf(obstacle !== null).each(["dash", "bash", "busybox"] as const)("a log followed through %s", (name) => {
  let terminal: ShellOnTerminal;
  afterEach(() => terminal.end());

  async function open(shellName: ShellName): Promise<Opened> {
    terminal = startShell(shellName);
    const talk = new Conversation(terminal.port, nodeSurroundings);
    const shell = await Shell.open(talk, "shell", never.signal);
    if (!shell.ok) throw new Error(shell.failure.code);
    const file = join(terminal.folder, "pos.log");
    writeFileSync(file, "before\n");
    return { talk, logs: new ConsoleLogs(talk, shell.value, []), file };
  }

  test("gives each line as it is written, and the prompt when it is stopped", async () => {
    const { logs, file } = await open(name);
    const stop = new AbortController();
    const heard: string[] = [];
    let written = 0;
    // tail says nothing when it is ready: lines are written until one comes back.
    const writer = setInterval(() => appendFileSync(file, `line ${++written}\n`), 50);
    const ended = await logs
      .follow(
        {
          source: file,
          filters: [],
          onLines(lines) {
            heard.push(...lines);
            if (heard.length >= 5) stop.abort();
          },
        },
        { ...never, signal: stop.signal },
      )
      .then(
        () => "ended",
        (error: unknown) => String(error),
      );
    clearInterval(writer);
    const numbers = heard.map((line) => Number(/^line (\d+)$/.exec(line)?.[1]));
    const after = await logs.listSources([file], never);
    const inOrder = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
    expect([ended, inOrder, after.ok]).toEqual([expect.stringContaining("Stopped"), true, true]);
  }, 20_000);

  test("keeps a bounded number of lines for a reader who takes none, and counts the others", async () => {
    const { talk, logs, file } = await open(name);
    const stop = new AbortController();
    const line = `${"x".repeat(500)}\n`;
    const many = 6000;
    let taken = 0;
    let lost = 0;
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const writer = setInterval(() => appendFileSync(file, "ready?\n"), 50);
    let hasFlooded = false;
    const following = logs.follow(
      {
        source: file,
        filters: [],
        async onLines(lines, missed) {
          clearInterval(writer);
          taken += lines.filter((each) => each.startsWith("x")).length;
          lost += missed;
          if (lines.includes("end")) stop.abort();
          if (hasFlooded) return;
          hasFlooded = true;
          appendFileSync(file, line.repeat(many));
          // The reader comes back when everything has arrived, however slow this machine is; BusyBox's tail looks each second.
          const arrival = setInterval(() => {
            if (talk.quietFor < 1500) return;
            clearInterval(arrival);
            release();
          }, 50);
          await slow;
          appendFileSync(file, "end\n");
        },
      },
      { ...never, signal: stop.signal },
    );
    await following.catch(() => undefined);
    expect([taken + lost, lost > 0, taken < 2200]).toEqual([many, true, true]);
  }, 30_000);
});

describe("what is followed", () => {
  const file = (name: string): LogSource => ({ name, purpose: "system", isFile: true, size: 1 });
  const stream = (name: string): LogSource => ({ name, purpose: "system", isFile: false, size: null });

  test.each([
    [
      [stream("kernel"), file("/var/log/syslog"), stream("journal")],
      null,
      "journalctl -q --no-pager -f -n 0 -o short-iso",
    ],
    [[stream("ring"), file("/var/log/messages")], null, "logread -f"],
    [[file("/var/log/syslog"), stream("kernel")], null, "tail -n 0 -F '/var/log/syslog'"],
    [[stream("kernel")], null, followKernel],
    [[file("/a'b"), stream("journal")], "/a'b", "tail -n 0 -F '/a'\\''b'"],
  ] as const)("is the best of %j", (sources, wanted, command) => {
    expect(makeFollowCommand(sources, wanted)).toEqual({ ok: true, value: command });
  });

  test("is never something that the terminal does not have", () => {
    const refused = makeFollowCommand([stream("journal")], "ring");
    expect(refused.ok ? refused.value : refused.failure.code).toBe("input-invalid");
  });
});
