import { expect, test } from "vitest";
import { parseSections } from "../../../../../electron/core/dialects/linux-console/facts/sections.ts";

const outputs = [
  "\n=K3y id\nroot\npos\n=K3y f /etc/a file\none\n=other t\ntwo\n",
  "\n=K3y f /etc/empty\n\n=K3y f /etc/no-end\nlast\n=K3y end",
];

test.each([
  ["a section's text", "id", "root\npos"],
  ["an empty text where nothing was printed", "end", ""],
  ["nothing for a section that was not asked", "t", null],
])("there is %s", (_name, section, text) => {
  const parsed = parseSections(outputs, "K3y");
  expect(parsed.get(section)?.trim() ?? null).toBe(text);
});

test("files come whole, with or without a line end at their end, and no text in them makes a section", () => {
  const parsed = parseSections(outputs, "K3y");
  expect([...parsed.files]).toEqual([
    ["/etc/a file", "one\n=other t\ntwo\n"],
    ["/etc/empty", ""],
    ["/etc/no-end", "last"],
  ]);
});
