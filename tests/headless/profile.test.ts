// `counterpart profile` as a program: where a description is wrong, what it may send, and what its terminal answers.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-profile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const variables = { COUNTERPART_DATA: join(folder, "data") };
const text = readFileSync(join(import.meta.dirname, "../../resources/profiles/short-answers.yaml"), "utf8");

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Checked {
  readonly digest: string;
  readonly steps: readonly {
    readonly command: string;
    readonly patterns: readonly { readonly caught: Readonly<Record<string, string>> | null }[];
  }[];
}

const read = (stdout: string): Checked => JSON.parse(stdout) as Checked;

describe("counterpart profile", { timeout: 60_000 }, () => {
  test("check points at the line and column of a problem, in words", async () => {
    const lines = text.replace("quiet: 250", "quite: 250").split("\n");
    const file = write("wrong.yaml", lines.join("\n"));
    const { status, stdout } = await runCommandLine(["profile", "check", file, "--lang", "zh-CN"]);
    const line = lines.findIndex((each) => each.startsWith("quite")) + 1;
    expect([status, stdout]).toEqual([1, expect.stringContaining(`${file}:${line}:1: 这里没有名为 quite 的项`)]);
  });

  test("try refuses a file that nobody accepted, shows what it may send when asked, and then tries it", async () => {
    const file = write("mine.yaml", text);
    const port = ["--port", "demo:short-answers"];
    const refused = await runCommandLine(["profile", "try", file, ...port], { variables });
    const shown = await runCommandLine(["profile", "accept", file], { variables });
    const digest = read((await runCommandLine(["profile", "check", file, "--json"])).stdout).digest;
    const accepted = await runCommandLine(["profile", "accept", file, "--digest", digest], { variables });
    const tried = await runCommandLine(["profile", "try", file, ...port, "--json"], { variables });
    expect([refused.status, shown.status, accepted.status, tried.status]).toEqual([6, 6, 0, 0]);
    expect(shown.stderr).toContain("sets     =IP {address} {mask} {gateway}");
    expect(read(tried.stdout).steps.map(({ command, patterns }) => [command, patterns[0]?.caught])).toEqual([
      ["?ID", { model: "SA-7", serial: "SA0004711", firmware: "3.02" }],
      ["?IP", { address: "192.168.1.71", prefix: "24", gateway: "192.168.2.1" }],
      ["?MODE", { mode: "S" }],
    ]);
  });

  test("try sends what writes only when asked, and then what was read", async () => {
    const file = join(import.meta.dirname, "../../resources/profiles/zebra-sgd.yaml");
    const tried = await runCommandLine(["profile", "try", file, "--port", "demo:zebra-sgd", "--writes", "--json"]);
    const steps = read(tried.stdout).steps.map(({ command }) => command);
    expect(steps.filter((command) => command.includes("setvar"))).toEqual([
      '! U1 setvar "ip.dhcp.enable" "off"',
      '! U1 setvar "ip.addr" "192.168.1.42"',
      '! U1 setvar "ip.netmask" "255.255.255.0"',
      '! U1 setvar "ip.gateway" "192.168.2.1"',
    ]);
  });
});
