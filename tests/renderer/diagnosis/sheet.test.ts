import { expect, test } from "vitest";
import { wrap } from "../../../renderer/features/diagnosis/draw-picture.ts";
import { printPage } from "../../../renderer/features/diagnosis/sheet-page.ts";

test("what a terminal reported cannot become markup on the printed page", () => {
  const sheet = { title: "<b>", parts: [{ title: "t", lines: ['<img src=x onerror="a()">'] }], digest: "d" };
  expect(printPage(sheet, "58", "en")).toContain("<p>&lt;img src=x onerror=&quot;a()&quot;&gt;</p>");
});

test("lines of the picture break between words, and anywhere in Chinese", () => {
  const fits = (text: string): boolean => text.length <= 6;
  expect([wrap("one two three", fits), wrap("终端连不上收单方", fits)]).toEqual([
    ["one", "two", "three"],
    ["终端连不上收", "单方"],
  ]);
});
