// Descriptions, their patterns, and the dialogue with a terminal that says anything at all.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listProblems } from "../../electron/app/descriptions/read-description.ts";
import { loadDescriptions } from "../../electron/app/load-descriptions.ts";
import { Conversation } from "../../electron/core/dialects/conversation.ts";
import type { Task } from "../../electron/core/dialects/task.ts";
import { compileDescription, type CompiledDescription } from "../../electron/core/dialects/text/compile.ts";
import { textDescriptionSchema } from "../../electron/core/dialects/text/description.ts";
import { Dialogue } from "../../electron/core/dialects/text/dialogue.ts";
import { loadPatterns } from "../../electron/core/dialects/text/patterns.ts";
import { catchValues, joinCaught, makeReading } from "../../electron/core/dialects/text/read-settings.ts";
import { describeCapabilities } from "../../electron/core/dialects/text/capabilities.ts";
import { startDescription } from "../../electron/core/dialects/text/start-description.ts";
import { readingSchema } from "../../electron/core/dialects/dialect.ts";
import { joinTurns, readExchange } from "./exchange.ts";
import type { FuzzTarget } from "./fuzz.ts";
import { createScriptedPort } from "./scripted-port.ts";

const small = `family: text
name: { en: a, zh-CN: b }
read: [{ send: ip, catch: ['(?<a>\\S+)'] }]
tpdu: a
`;

/** Whatever is in a file, what is wrong lies within it. */
async function feedFile(input: string): Promise<void> {
  const text = input.slice(0, 300);
  const problems = await listProblems(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  const lines = text.split("\n").length;
  assert.ok(
    problems.every(({ line, column }) => line >= 1 && line <= lines + 1 && column >= 1),
    "a place",
  );
}

const compile = await loadPatterns();
const heard = `IP 10.0.0.5 255.255.255.0\n${"a".repeat(300)}!\nA> `;

/** The first half is a pattern, whatever it is; it ends, and what it removes is gone. */
function feedPattern(input: string): void {
  const [source = "", text = heard] = input.slice(0, 1500).split("\0");
  const pattern = compile(source.slice(0, 500));
  if (!pattern.ok) return;
  pattern.value.catch(text);
  assert.ok(pattern.value.remove(text).length <= text.length, "nothing is added");
}

const shipped = await loadDescriptions();

async function compileShipped(name: string): Promise<CompiledDescription> {
  const content = textDescriptionSchema.parse(shipped.find(({ source }) => source === name)?.content);
  const compiled = await compileDescription(content, name);
  if (!compiled.ok) throw new Error(compiled.failure.code);
  return compiled.value;
}

const server = await compileShipped("device-server.yaml");
const printer = await compileShipped("zebra-sgd.yaml");
const task: Task = { signal: new AbortController().signal, onStage: () => undefined };

/** Time goes by as it is waited for. */
function makeClock() {
  let now = 0;
  return {
    now: () => now,
    wallTime: () => 0,
    delay: async (milliseconds: number) => {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      now += milliseconds;
    },
  };
}

/** Says the input to the first question; from the second on it answers as it should. */
async function feedDialogue(input: string): Promise<void> {
  let questions = 0;
  const port = createScriptedPort((written, say) => {
    if (written === "\r") say("\r\nDSS-200> ");
    else if (written.startsWith("show version"))
      say(++questions === 1 ? input.slice(0, 1500) : "Model : DSS-200\r\nDSS-200> ");
  });
  const talk = new Conversation(port, { clock: makeClock(), random: (length) => new Uint8Array(length) });
  const dialogue = new Dialogue(talk, server);
  await dialogue.ask({ send: "show version", within: 1 }, task);
  await dialogue.settle(task);
  const again = await dialogue.ask({ send: "show version", within: 1 }, task);
  assert.deepEqual(again, { ok: true, value: "Model : DSS-200" }, "back in step");
}

/** Whatever was caught, the reading is one that the contract takes. */
function feedReading(input: string): void {
  for (const description of [server, printer]) {
    const { content } = description;
    const caught = joinCaught(content.read.flatMap((command) => catchValues(command, input, description)));
    readingSchema.parse(makeReading(content, caught, describeCapabilities(content)));
  }
}

function readTerminal(name: string): string {
  const file = join(import.meta.dirname, "../corpus/text", name, "exchange");
  return joinTurns(readExchange(file), "terminal");
}

const recorded = ["device-server-login-pages-and-log", "device-server-messages-in-between", "zebra-sgd-read"].map(
  readTerminal,
);

export const textFuzzTargets: readonly FuzzTarget[] = [
  { name: "files that describe a terminal", examples: [small, "family: xcb\nname: 5\n"], run: feedFile },
  {
    name: "patterns of a description",
    examples: [
      "^(a+)+$|(a|a)*b",
      "IP (?<address>\\S+) (?<mask>[0-9.]{7,15})",
      "(?i)[^a-z]{2,9}\\pL*?\0aaab",
      "\\bA> ?$",
    ],
    run: feedPattern,
  },
  {
    name: "a dialogue in lines of text",
    examples: [...recorded, "show version\r\n--More--\r        \rx\r\nDSS-200> ", "% no\r\nUsername: "],
    run: feedDialogue,
  },
  { name: "answers that are read by patterns", examples: recorded, run: feedReading },
  {
    name: "the start of a description",
    examples: [
      ...recorded,
      readFileSync(join(import.meta.dirname, "../corpus/linux-console/exchange-boot-loader/exchange"), "latin1"),
    ],
    run: (input) => void startDescription({ text: input, line: { baudRate: 9600 } }),
  },
];
