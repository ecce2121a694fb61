import { describe, expect, test } from "vitest";
import { findInitials, searchActions } from "../../../renderer/features/palette/search-actions.ts";

const entries = [
  { id: "disconnect", names: ["Disconnect", "断开连接"], also: "" },
  { id: "fix", names: ["Fix", "修复"], also: "repair correct" },
  { id: "console", names: ["Go to: Console", "打开“控制台”"], also: "shell" },
  { id: "connect", names: ["Connect: Demo terminal", "连接 演示终端"], also: "demo:linux" },
];

function search(typed: string): readonly string[] {
  return searchActions(entries, typed).map(({ id }) => id);
}

describe("what is typed into the palette", () => {
  test.each([
    ["", ["disconnect", "fix", "console", "connect"]],
    ["con", ["connect", "console", "disconnect"]],
    ["修", ["fix"]],
    ["REPAIR", ["fix"]],
    ["demo linux", ["connect"]],
    ["xf", ["fix"]],
    ["kzt", ["console"]],
    ["nothing like it", []],
  ] as const)("%s finds %j", (typed, found) => {
    expect(search(typed)).toEqual(found);
  });
});

test.each([
  ["读取日志", "dqrz"],
  ["为什么连不上？", "wsmlbs"],
  ["语言：English", "yy"],
] as const)("%s begins with %s in pinyin", (name, initials) => {
  expect(findInitials(name)).toBe(initials);
});
