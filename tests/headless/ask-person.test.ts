// Questions as a person at a terminal is asked them: script(1) of util-linux gives the command line one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const entry = resolve(import.meta.dirname, "../../electron/headless/command-line.ts");
const data = mkdtempSync(join(tmpdir(), "counterpart-asked-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Talk {
  readonly status: number | null;
  readonly said: string;
}

/** Types each answer when the words before it have been said. */
async function talk(words: string, answers: readonly (readonly [RegExp, string])[]): Promise<Talk> {
  const command = `${process.execPath} ${entry} ${words} --lang en`;
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    env: { ...process.env, COUNTERPART_DATA: data },
    timeout: 30_000,
  });
  const left = [...answers];
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    const [next] = left;
    if (next?.[0].test(said)) child.stdin.write(left.shift()?.[1] ?? "");
  });
  await once(child, "close");
  return { status: child.exitCode, said };
}

const push = "push --port demo:linux-broken --fix";

describe.skipIf(process.platform !== "linux").concurrent("a person who is asked", { timeout: 40_000 }, () => {
  test("agrees, pushes, and says what the sign-in showed", async () => {
    const { status, said } = await talk(push, [
      [/reversal pending\?.*\[y\/N\]/, "y\r"],
      [/What does it show\?/, "failed\r"],
    ]);
    expect([status, said.includes("the sign-in failed"), said.includes("counterpart logs")]).toEqual([0, true, true]);
  });

  test.each([
    ["says no", "n\r", 6],
    ["says nothing", "\r", 6],
    ["ends the input", "\x04", 6],
    ["stops with Ctrl-C", "\x03", 130],
  ])("%s, and nothing is written", async (_name, answer, expected) => {
    const { status, said } = await talk(push, [[/\[y\/N\]/, answer]]);
    expect([status, said.includes("Not pushed."), said.includes("Sending")]).toEqual([expected, true, false]);
  });
});
