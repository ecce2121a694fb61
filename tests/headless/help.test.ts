// The help of every command, in both languages.
import { beforeAll, expect, test } from "vitest";
import { program } from "../../electron/headless/command-options.ts";
import { declareCommands } from "../../electron/headless/declare-commands.ts";
import { speakComplaint, speakHelp } from "../../electron/headless/speak-help.ts";
import { complaintsZhCn, helpZhCn } from "../../electron/headless/words/help-zh-cn.ts";
import { runCommandLine } from "./run-command-line.ts";

interface Told {
  description(): string;
  readonly commands: readonly Told[];
  readonly options: readonly { readonly description: string }[];
  readonly registeredArguments: readonly { readonly description: string }[];
}

beforeAll(() => declareCommands());

function listTexts(command: Told): readonly string[] {
  const own = [...command.options, ...command.registeredArguments].map(({ description }) => description);
  return [command.description(), ...own, ...command.commands.flatMap(listTexts)].filter((text) => text !== "");
}

test("the Chinese help says all that the English one says, and nothing besides", () => {
  const library = ["Usage:", "Arguments:", "Options:", "Commands:", "display help for command"];
  const said = new Set([...library, ...listTexts(program as unknown as Told)]);
  expect(Object.keys(helpZhCn).toSorted()).toEqual([...said].toSorted());
});

test("no line of the Chinese help is wider than the window, a character taking two columns", () => {
  const help = Object.assign(program.createHelp(), speakHelp("zh-CN"));
  const wrapped = help.boxWrap("终端为什么说通信连接失败：逐段检查，给出原因和办法。".repeat(9), 40);
  const widths = wrapped.split("\n").map((line) => help.displayWidth(line));
  // A closing sign may stand in the margin.
  expect([widths.length > 10, Math.max(...widths) <= 42, /\n[，。：]/.test(wrapped)]).toEqual([true, true, false]);
});

test("switches that are off and empty lists are no defaults that anybody has to read", () => {
  const push = program.commands.find((command) => command.name() === "push")?.helpInformation() ?? "";
  expect([/\(default\s+115200\)/.test(push), push.includes("false"), push.includes("[]")]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ["error: unknown command 'raed'\n(Did you mean read?)\n", "没有命令 raed。是不是要写 read？"],
  ["error: required option '--port <port>' not specified\n", "必须写上选项 --port <port>。"],
  [
    "error: command-argument value 'x' is invalid for argument 'what'. Allowed choices are list, show.\n",
    "参数 what 不能用 x。可用：list、show。",
  ],
  [
    "error: too many arguments for 'ports'. Expected 0 arguments but got 2: a, b.\n",
    "参数太多：只要 0 个，写了 2 个。",
  ],
])("%j is told in Chinese", (text, told) => {
  expect(speakComplaint(text, "zh-CN").split("\n")[0]).toBe(told);
});

test("what is wrong is told in the language that is asked for, before the system's", async () => {
  const { status, stderr } = await runCommandLine(["raed", "--lang", "zh-CN"], { variables: { LC_ALL: "C" } });
  expect([status, stderr, complaintsZhCn.length > 5]).toEqual([2, expect.stringContaining("没有命令 raed。"), true]);
});
