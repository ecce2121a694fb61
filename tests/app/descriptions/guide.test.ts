// The guide in resources/profiles, carried out: its pieces of YAML are put together and tried on the terminal they describe.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDescription } from "../../../electron/app/descriptions/read-description.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import { checkDescription } from "../../../electron/core/dialects/check-description.ts";
import type { DialectSession } from "../../../electron/core/dialects/dialect.ts";
import type { Task } from "../../../electron/core/dialects/task.ts";
import { text } from "../../../electron/core/dialects/text/index.ts";
import { startTerminal } from "../../../electron/simulator/start-terminal.ts";
import { hurry } from "../../contracts/fast-clock.ts";

const guide = readFileSync(join(import.meta.dirname, "../../../resources/profiles/README.md"), "utf8");

/** The fenced blocks of a kind, in their order. */
function listBlocks(kind: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, block = ""]) => block);
}

const pieces = listBlocks("yaml");
const whole = pieces.join("");
const task: Task = { signal: new AbortController().signal, onStage: () => undefined };

async function open(): Promise<DialectSession> {
  const terminal = await startTerminal("short-answers", nodeSurroundings);
  const port = terminal.ok ? terminal.value.connect() : terminal;
  if (!port.ok) throw new Error(port.failure.code);
  const { content } = readDescription(new TextEncoder().encode(whole));
  const descriptions = [{ family: "text", source: "mine.yaml", content }];
  const plain = { credentials: null, become: null, becomePassword: null, baudRate: 9600, patience: 3000 };
  const session = await text.connect(port.value, { ...plain, descriptions, ...task }, hurry(10));
  if (!session.ok) throw new Error(session.failure.message.en);
  return session.value;
}

describe("the guide", () => {
  test("is right after every step from the third on", async () => {
    const steps = pieces.map((_, place) => pieces.slice(0, place + 1).join(""));
    const problems = await Promise.all(steps.slice(2).map((step) => checkDescription(parse(step))));
    expect([pieces.length, problems]).toEqual([5, [[], [], []]]);
  });

  test("shows what the terminal answers, and each pattern catches something", async () => {
    const session = await open();
    const tried = await session.rehearse?.(true, task);
    const steps = tried?.ok === true ? tried.value : [];
    const said = steps
      .filter(({ purpose }) => purpose === "read")
      .map((step) => `> ${step.command}\n< ${step.answer}\n`);
    const missed = steps.filter(({ failure, patterns }) => failure || patterns.some(({ caught }) => caught === null));
    expect([said.join(""), missed, steps.length]).toEqual([listBlocks("text").join(""), [], 5]);
  });

  test("ends in a terminal that is read and set", async () => {
    const session = await open();
    await session.read(task);
    const change = { interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" };
    const armed = await session.arm([change], { id: "g", revertSeconds: 60 }, task);
    const applied = await session.apply(task);
    const after = await session.read(task);
    const gateway = after.ok ? after.value.interfaces[0]?.ipv4?.gateway : after.failure.code;
    expect([armed.ok, applied, gateway]).toEqual([true, { ok: true, value: { kind: "done" } }, "192.168.1.1"]);
  });

  test("names only commands that there are", () => {
    const named = [...guide.matchAll(/counterpart profile (\w+)/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(["accept", "check", "try"]));
  });

  test("shows snippets in its table that can stand in a file", async () => {
    const rows = [...guide.matchAll(/^\| [^|]+ \| `([^`]+)`/gm)].map(([, snippet = ""]) => snippet);
    const keys = (source: string): Record<string, unknown> => parse(source) as Record<string, unknown>;
    const all = rows.map((row) => ({ ...keys(pieces.slice(0, 3).join("")), ...keys(row) }));
    const problems = await Promise.all(all.map((content) => checkDescription(content)));
    expect([rows.length >= 8, problems.flat()]).toEqual([true, []]);
  });
});
