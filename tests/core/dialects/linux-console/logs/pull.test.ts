// Logs pulled from a real shell over a line that can be made to spoil bytes.
import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeSurroundings } from "../../../../../electron/app/node-surroundings.ts";
import { bytesToBinary } from "../../../../../electron/core/bytes/binary-text.ts";
import { Conversation } from "../../../../../electron/core/dialects/conversation.ts";
import type { Task } from "../../../../../electron/core/dialects/task.ts";
import { ConsoleLogs } from "../../../../../electron/core/dialects/linux-console/logs/access.ts";
import { Shell } from "../../../../../electron/core/dialects/linux-console/shell.ts";
import type { FilePlace, LogSource, Since } from "../../../../../electron/core/dialects/log-pull.ts";
import { createDraws } from "../../../logs/seeded-draws.ts";
import { writeOrdinaryLine } from "../../../logs/ordinary-lines.ts";
import { findObstacle } from "../../../../peers/system-packages.ts";
import { type ShellName, type ShellOnTerminal, startShell } from "../shell-on-terminal.ts";

const obstacle = findObstacle("console");
const start: Since = { kind: "start" };
const plainTools = ["dd", "tail", "head", "tr", "wc", "cksum", "stty", "printf", "id", "echo", "cat", "ls", "stat"];

let terminal: ShellOnTerminal;
let file: string;
let stop: AbortController;
let task: Task;

beforeEach(() => {
  stop = new AbortController();
  task = { signal: stop.signal, onStage: () => undefined };
});
afterEach(() => terminal.end());

async function open(name: ShellName, tools: readonly string[] | null = null): Promise<ConsoleLogs> {
  terminal = startShell(name, tools);
  file = join(terminal.folder, "pos.log");
  const talk = new Conversation(terminal.port, nodeSurroundings);
  const shell = await Shell.open(talk, "shell", stop.signal);
  if (!shell.ok) throw new Error(shell.failure.code);
  return new ConsoleLogs(talk, shell.value, []);
}

async function pull(
  logs: ConsoleLogs,
  since: Since = start,
  name = file,
  onDone: (done: number) => void = () => undefined,
) {
  const source: LogSource = { name, purpose: "application", isFile: name.startsWith("/"), size: null };
  const parts: string[] = [];
  const onBlock = ({ bytes }: { readonly bytes: string }): void => void parts.push(bytes);
  const pulled = await logs.pull({ source, since, onBlock, onProgress: ({ done }) => onDone(done) }, task);
  return { pulled, bytes: parts.join("") };
}

function writeLog(lines: number): string {
  const draws = createDraws(lines);
  const text = Array.from({ length: lines }, () => `${writeOrdinaryLine(draws)}\n`).join("");
  return bytesToBinary(new TextEncoder().encode(text));
}

/** A place at the end of what stands there now. */
function placeAt(text: string): Since {
  const from = text.lastIndexOf("\n", text.length - 2) + 1;
  const place: FilePlace = { offset: text.length, seam: { from, line: text.slice(from) } };
  return { kind: "file", place };
}

describe.skipIf(obstacle !== null).each(["dash", "busybox"] as const)("a log pulled through %s", (name) => {
  test("is what stands there, octet for octet, and came packed", async () => {
    const logs = await open(name);
    const text = writeLog(6000);
    writeFileSync(file, text, "latin1");
    const { pulled, bytes } = await pull(logs);
    expect([pulled.ok && pulled.value, bytes === text]).toEqual([{ note: "whole", packed: true, cursor: null }, true]);
  });

  test("goes on where the last pull ended", async () => {
    const logs = await open(name);
    const text = writeLog(300);
    writeFileSync(file, text, "latin1");
    appendFileSync(file, "new one\nnew two\n");
    const { pulled, bytes } = await pull(logs, placeAt(text));
    expect([pulled.ok && pulled.value.note, bytes]).toEqual(["whole", "new one\nnew two\n"]);
  });

  test("that was rotated since loses nothing: first what the old file still had", async () => {
    const logs = await open(name);
    const text = writeLog(300);
    writeFileSync(`${file}.1`, `${text}last of the old\n`, "latin1");
    writeFileSync(file, `first of the new\n${writeLog(600)}`, "latin1");
    const { pulled, bytes } = await pull(logs, placeAt(text));
    expect([pulled.ok && pulled.value.note, bytes.slice(0, 33)]).toEqual([
      "rotated",
      "last of the old\nfirst of the new\n",
    ]);
  });

  test("that was emptied since is read from its beginning", async () => {
    const logs = await open(name);
    writeFileSync(file, "afresh\n");
    const { pulled, bytes } = await pull(logs, placeAt(writeLog(50)));
    expect([pulled.ok && pulled.value.note, bytes]).toEqual(["rotated", "afresh\n"]);
  });

  test("survives kernel messages and flipped bits", async () => {
    const logs = await open(name);
    const text = writeLog(2500);
    writeFileSync(file, text, "latin1");
    const message = [...Buffer.from("[   12.345678] usb 1-1: new device\r\n")];
    terminal.spoilHeard((byte, at) => {
      if (at === 2000) return [...message, byte];
      return at === 9000 || at === 12_000 ? [byte ^ 1] : [byte];
    });
    const { pulled, bytes } = await pull(logs);
    expect([pulled, bytes.length, bytes === text]).toEqual([expect.anything(), text.length, true]);
  }, 30_000);

  test("that is stopped leaves the prompt to the next question", async () => {
    const logs = await open(name);
    writeFileSync(file, writeLog(40_000), "latin1");
    const stopped = await pull(logs, start, file, (done) => {
      if (done > 0) stop.abort();
    }).then(
      () => "ended",
      (error: unknown) => String(error),
    );
    task = { ...task, signal: new AbortController().signal };
    writeFileSync(file, "short\n");
    const after = await pull(logs);
    expect([stopped, after.bytes]).toEqual([expect.stringContaining("Stopped"), "short\n"]);
  });
});

describe.skipIf(obstacle !== null)("a log", () => {
  test("that is exchanged in the middle of a pull is read anew, not mixed", async () => {
    const logs = await open("dash");
    const [old, fresh] = [writeLog(9000), `${"fresh line\n".repeat(90_000)}`];
    writeFileSync(file, old, "latin1");
    let changed = false;
    const { pulled, bytes } = await pull(logs, start, file, (done) => {
      if (done === 0 || changed) return;
      changed = true;
      renameSync(file, `${file}.1`);
      writeFileSync(file, fresh);
    });
    expect([pulled.ok && pulled.value.note, bytes === old + fresh]).toEqual(["rotated", true]);
  });

  test("comes plain where nothing can pack it", async () => {
    const logs = await open("dash", plainTools);
    const text = `${writeLog(400)}  'quoted' $HOME \\n\ttab\r\nend`;
    writeFileSync(file, text, "latin1");
    const { pulled, bytes } = await pull(logs);
    expect([pulled.ok && pulled.value.packed, bytes === text]).toEqual([false, true]);
  });

  test("that is not there is a failure, not an empty one", async () => {
    const logs = await open("dash");
    const { pulled } = await pull(logs);
    expect(pulled.ok ? "pulled" : pulled.failure.code).toBe("command-failed");
  });

  test("is found beside what else the terminal logs to", async () => {
    const logs = await open("dash");
    writeFileSync(file, "one\n");
    const found = await logs.listSources([file, join(terminal.folder, "none")], task);
    expect(found.ok && found.value.find(({ name }) => name === file)).toEqual({
      name: file,
      purpose: "application",
      isFile: true,
      size: 4,
    });
  });

  test.each(["/a\nb", "/a\0"])("whose path is %j is not asked for", async (bad) => {
    const logs = await open("dash");
    const found = await logs.listSources([bad], task);
    expect(found.ok ? "asked" : found.failure.code).toBe("value-refused");
  });
});
