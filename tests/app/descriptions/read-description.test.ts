// Where a description is wrong: the line and column that a person has to look at.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listProblems } from "../../../electron/app/descriptions/read-description.ts";

const right = readFileSync(join(import.meta.dirname, "../../../resources/profiles/short-answers.yaml"), "utf8");

/** `CODE TEXT`: the code, and what stands at its line and column. */
async function point(text: string): Promise<readonly string[]> {
  const problems = await listProblems(new TextEncoder().encode(text));
  const lines = text.split("\n");
  return problems.map(({ code, line, column }) => `${code} ${(lines[line - 1] ?? "").slice(column - 1)}`);
}

describe("what is wrong", () => {
  test.each([
    ["a key that nobody knows", "quiet: 250", "quite: 250", ["unknown-key quite: 250"]],
    ["a name that nothing catches", "from: prefix", "from: prefx", ["not-caught prefx, form: prefix }"]],
    ["a pattern that cannot be used", "'^NAK.*$'", "'^NAK(?=x)'", ["pattern-unreadable '^NAK(?=x)'"]],
    ["a command that is never sent", 'send: "?IP"', "send: void 5", ["command-forbidden void 5"]],
    ["a number out of range", "quiet: 250", "quiet: 5", ["out-of-range 5"]],
    ["what is missing, at the part that lacks it", "    kind: ethernet\n", "", ["missing name: eth0"]],
    ["YAML that ends too early", "  - '^NAK.*$'", "  - '^NAK", [expect.stringContaining("not-yaml") as string]],
  ])("is pointed at: %s", async (_, from, to, expected) => {
    expect(await point(right.replace(from, to))).toEqual(expected);
  });

  test("is told all at once, in the order of the lines", async () => {
    const wrong = right.replace("quiet: 250", "quiet: no").replace("family: text", "family: text\nbaud: 9600");
    expect((await point(wrong)).map((each) => each.split(" ")[0])).toEqual(["unknown-key", "wrong-type"]);
  });

  test("is nothing in a right one", async () => {
    expect(await point(right)).toEqual([]);
  });

  test("is the whole file where aliases unfold without end", async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]\n`;
    expect((await point(bomb))[0]).toContain("not-yaml");
  });

  test("is its length where it is longer than any description", async () => {
    expect(await point("#".repeat(300_000))).toEqual([expect.stringContaining("too-long")]);
  });
});
