// An error that nobody caught, its words and its causes full of card data: what Counterpart says of it, and how it ends.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { makeCardNumber, maskExpected } from "../core/logs/card-numbers.ts";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-crash-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pan = makeCardNumber("622588", 19, []);
const track = `;${pan}=25122010000000000?`;
const hex = Buffer.from(pan).toString("hex");

/** A part of the program that fails as soon as somebody would hear of it. */
function writeFault(name: string, fault: string): string {
  const path = join(folder, `${name}.mjs`);
  const wait = "process.listenerCount('uncaughtException') > 0";
  writeFileSync(path, `const timer = setInterval(() => { if (${wait}) { clearInterval(timer); ${fault} } }, 20);\n`);
  return pathToFileURL(path).href;
}

describe.concurrent("a fault of its own", { timeout: 60_000 }, () => {
  test.for([
    ["thrown", `throw new Error("unreadable answer: pan=${pan}", { cause: new Error("heard ${track}") });`],
    ["rejected", `void Promise.reject(Object.assign(new Error("${track}"), { heard: "rx ${hex} ${pan}" }));`],
  ] as const)("%s, is told masked and ends with 70", async ([name, fault]) => {
    const variables = { NODE_OPTIONS: `--import=${writeFault(name, fault)}` };
    const ended = await runCommandLine(["simulate", "linux", "--listen", "127.0.0.1:0"], { variables });
    const said = ended.stdout + ended.stderr;
    expect([
      ended.status,
      said.includes(maskExpected(pan)),
      [pan, pan.slice(6, -4), hex].filter((secret) => said.includes(secret)),
    ]).toEqual([70, true, []]);
  });

  test("in the middle of a command is told with where it was", async () => {
    const fault = writeFault("begun", `throw new TypeError("no such field");`);
    const variables = { NODE_OPTIONS: `--import=${fault}` };
    const { status, stderr } = await runCommandLine(["simulate", "linux", "--listen", "127.0.0.1:0"], { variables });
    expect([status, stderr]).toEqual([70, expect.stringMatching(/TypeError: no such field\n\s+at .*begun\.mjs/)]);
  });
});
