import { expect, test } from "vitest";
import { wrap } from "../../../renderer/features/diagnosis/draw-picture.ts";
import { measurePaper, printPage } from "../../../renderer/features/diagnosis/sheet-page.ts";

test("what a terminal reported cannot become markup on the printed page", () => {
  const hop = { name: "<i>", state: "wrong", word: "w", value: '"><script>' } as const;
  const lines = ['<img src=x onerror="a()">'];
  const sheet = { title: "<b>", moment: "m", path: [hop], parts: [{ title: "t", lines }], digest: "d" };
  const page = printPage(sheet, { paper: "58", language: "en" });
  expect([
    page.includes("<p>&lt;img src=x onerror=&quot;a()&quot;&gt;</p>"),
    /<(?:script|img|i|b)\b/.test(page),
  ]).toEqual([true, false]);
});

test("a receipt is as long as its lines, and a sheet as long as paper is", () => {
  expect([measurePaper("58", 960), measurePaper("a4", 960)]).toEqual([263, 297]);
});

test("lines of the picture break between words, and anywhere in Chinese", () => {
  const fits = (text: string): boolean => text.length <= 6;
  expect([wrap("one two three", fits), wrap("终端连不上收单方", fits)]).toEqual([
    ["one", "two", "three"],
    ["终端连不上收", "单方"],
  ]);
});

test("a word that is wider than the picture breaks anywhere", () => {
  expect(wrap("pos.acquirer.example", (text) => text.length <= 8)).toEqual(["pos.acqu", "irer.exa", "mple"]);
});
