// `counterpart check` as a program: one terminal, a fleet, a sheet, a policy, three ways to print, and bad input.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const make = (address: string, gateway = "192.168.1.1") => ({
  interfaces: [
    {
      name: "eth0",
      kind: "ethernet",
      link: "up",
      ipv4: { method: "static", address, prefixLength: 24, gateway, dns: ["192.168.1.1"] },
    },
  ],
});
const one = write("one.json", JSON.stringify(make("192.168.1.23", "192.168.2.1")));
const fleet = write("fleet.json", JSON.stringify([make("192.168.1.23"), make("192.168.1.24"), make("192.168.1.23")]));
const policy = write("shop.yaml", "gateway: 192.168.1.254\nrules:\n  fleet.address-duplicate: off\n");

interface Answer {
  readonly findings: readonly { readonly rule: string }[];
  readonly verdict: { readonly code: string };
  readonly switchedOff?: readonly { readonly rule: string }[];
}

describe("counterpart check", { timeout: 60_000 }, () => {
  test("answers one terminal by an object and exits 1 for an error", async () => {
    const { status, stdout } = await runCommandLine(["check", one, "--json"]);
    const answer = JSON.parse(stdout) as Answer;
    expect([status, answer.verdict.code, answer.findings[0]?.rule]).toEqual([
      1,
      "wrong",
      "ipv4.gateway-outside-subnet",
    ]);
  });

  test("answers a list by a list in the same order, with what terminals share", async () => {
    const { stdout } = await runCommandLine(["check", fleet, "--format", "json"]);
    const answers = JSON.parse(stdout) as readonly Answer[];
    expect(answers.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ["fleet.address-duplicate"],
      [],
      ["fleet.address-duplicate"],
    ]);
  });

  test("judges by a policy and tells what it switched off", async () => {
    const { status, stdout } = await runCommandLine(["check", fleet, "--json", "--policy", policy]);
    const [first] = JSON.parse(stdout) as readonly Answer[];
    expect([status, first?.findings.map(({ rule }) => rule), first?.switchedOff?.map(({ rule }) => rule)]).toEqual([
      1,
      ["policy.gateway-differs"],
      ["fleet.address-duplicate"],
    ]);
  });

  test("reads a sheet in GB18030 and says in words how many are wrong", async () => {
    const head = new Uint8Array([0xd0, 0xf2, 0xc1, 0xd0, 0xba, 0xc5]);
    const rest = new TextEncoder().encode(",address,gateway,dns\nA1,192.168.1.23/24,192.168.1.1,192.168.1.1\n");
    const sheet = write("sheet.csv", new Uint8Array([...head, ...rest]));
    const { status, stdout } = await runCommandLine(["check", sheet]);
    expect([status, stdout.trimEnd().split("\n").at(-1)]).toEqual([
      0,
      "1 terminals: 0 wrong, 0 to look at, 1 healthy, 0 not known",
    ]);
  });

  test("speaks Chinese with Chinese punctuation and names the interface once", async () => {
    const { stdout } = await runCommandLine(["check", one, "--lang", "zh-CN"]);
    expect(stdout).toContain("  更正：eth0.ipv4.gateway=192.168.1.1（");
    expect(stdout.match(/\p{Script=Han}[,;:!?]|。[;)]|eth0：eth0/gu)).toBeNull();
  });

  test("prints SARIF with rules, results at their places and suppressions", async () => {
    const { stdout } = await runCommandLine(["check", fleet, "--format", "sarif", "--policy", policy]);
    const sarif = JSON.parse(stdout) as {
      readonly version: string;
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly Readonly<Record<string, unknown>>[];
      }[];
    };
    const [run] = sarif.runs;
    const results = run?.results ?? [];
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(sarif.version).toBe("2.1.0");
    expect(results.every(({ ruleId, ruleIndex }) => ids[Number(ruleIndex)] === ruleId)).toBe(true);
    expect(results[0]).toMatchObject({
      ruleId: "policy.gateway-differs",
      level: "error",
      locations: [{ logicalLocations: [{ fullyQualifiedName: "[0].interfaces.eth0.ipv4.gateway" }] }],
    });
    expect(results.filter((result) => "suppressions" in result)).toHaveLength(2);
  });

  test.each<[string, string, string | Uint8Array, RegExp]>([
    [
      "an unknown field",
      "a.json",
      '{"interfaces":[{"name":"e","adress":1}]}',
      /a\.json:1:28 interfaces\.0\.adress: unknown field/,
    ],
    ["a wrong type", "b.json", '{"interfaces":7}', /b\.json:1:2 interfaces: must be a list, found a number/],
    ["broken JSON", "c.json", '{\n"interfaces" []}', /c\.json:2:14: not valid JSON/],
    ["what is no text", "d.json", new Uint8Array([0x7b, 0xff]), /d\.json:1:2: not text in UTF-8/],
    ["an unknown column", "e.csv", "address,gatway\n", /e\.csv:1:2 gatway: unknown column/],
    [
      "a fleet of which only the last terminal is wrong",
      "f.json",
      `[${JSON.stringify(make("192.168.1.0"))},\n{"interfaces":[{"name":"e","mtu":"x"}]}]`,
      /f\.json:2:28 1\.interfaces\.0\.mtu: must be a number, found a text/,
    ],
    [
      "a sheet in GB18030 of which only the last row is wrong",
      "g.csv",
      // 序列号, and a port in words.
      new Uint8Array([
        0xd0,
        0xf2,
        0xc1,
        0xd0,
        0xba,
        0xc5,
        ...bytes(",ip,port\nA1,192.168.1.0,1\nA2,192.168.1.9,"),
        0xce,
        0xe5,
      ]),
      /g\.csv:3:3 五: must be a whole number/,
    ],
    [
      "a sheet in neither encoding",
      "h.csv",
      new Uint8Array([...bytes("ip\n1.2.3."), 0xff]),
      /h\.csv:2:7: not text in UTF-8 or GB18030/,
    ],
    ["an Excel workbook", "i.csv", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /i\.csv:1:1: this is an Excel workbook/],
    ["lists without end", "j.json", "[".repeat(200_000), /j\.json:1:200001: not valid JSON/],
  ])("refuses %s with line and column, exit status 2 and nothing else on standard output", async (_what, ...input) => {
    const [name, content, message] = input;
    const { status, stdout, stderr } = await runCommandLine(["check", write(name, content)]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test.each<[string, string, string | Uint8Array, RegExp]>([
    ["of 10 MB", "big.yaml", "- {}\n".repeat(2 * 1024 * 1024), /big\.yaml:1:1: the policy is too large/],
    [
      "with a wrong type",
      "type.yaml",
      "site: x\ndns:\n  required: 5\n",
      /type\.yaml:3:3 dns\.required: must be a list, found a number/,
    ],
    ["that is no text", "gb.yaml", new Uint8Array([...bytes("site: "), 0xb5, 0xea]), /gb\.yaml:1:7: not text in UTF-8/],
    [
      "that holds itself",
      "self.yaml",
      "subnets: &a\n  - *a\n",
      /self\.yaml:2:5 subnets\.0: must be a text, found a list/,
    ],
    [
      "with a rule that is none",
      "rule.yaml",
      "rules:\n  ipv4.nothing: off\n",
      /rule\.yaml:2:3 rules\.ipv4\.nothing: there is no rule/,
    ],
    ["with an unknown field", "bad.yaml", "gatway: 1.2.3.4\n", /bad\.yaml:1:1 gatway: unknown field/],
    [
      "that is a bomb of aliases",
      "bomb.yaml",
      `a: &a [x]\n${[
        ["a", "b"],
        ["b", "c"],
        ["c", "d"],
        ["d", "e"],
        ["e", "f"],
        ["f", "g"],
      ]
        .map(([from, to]) => `${to}: &${to} [${`*${from},`.repeat(9)}]`)
        .join("\n")}`,
      /bomb\.yaml:1:1: cannot be read as a policy: Excessive alias count/,
    ],
  ])("refuses a policy %s with exit status 2", async (_what, ...input) => {
    const [name, content, message] = input;
    const { status, stdout, stderr } = await runCommandLine(["check", fleet, "--policy", write(name, content)]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});
