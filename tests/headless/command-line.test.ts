import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listen } from "../peers/wire-relay.ts";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const healthy = {
  interfaces: [
    {
      name: "eth0",
      link: "up",
      ipv4: {
        method: "static",
        address: "192.168.1.5",
        prefixLength: 24,
        gateway: "192.168.1.1",
        dns: ["192.168.1.1"],
      },
    },
  ],
};
const broken = {
  interfaces: [{ ...healthy.interfaces[0], ipv4: { ...healthy.interfaces[0]?.ipv4, gateway: "192.168.2.1" } }],
};

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

interface CheckedJson {
  readonly findings: readonly { readonly rule: string }[];
  readonly verdict: { readonly code: string };
}

describe.concurrent("the command line", { timeout: 60_000 }, () => {
  test.each([
    ["no command", []],
    ["an unknown command", ["frobnicate"]],
    ["an unknown option", ["check", "x", "--frobnicate"]],
    ["no file", ["check"]],
    ["no port", ["read"]],
    ["a language that it does not speak", ["check", "x", "--lang", "fr"]],
    ["a rate that is no number", ["read", "--port", "tcp:127.0.0.1:1", "--baud", "fast"]],
    ["a time limit that is no number", ["read", "--port", "tcp:127.0.0.1:1", "--timeout", ""]],
    ["a time limit that never ends", ["read", "--port", "tcp:127.0.0.1:1", "--timeout", "Infinity"]],
    ["a parity that there is not", ["read", "--port", "tcp:127.0.0.1:1", "--parity", "perhaps"]],
    ["a family that there is not", ["read", "--port", "tcp:127.0.0.1:1", "--family", "toaster"]],
    ["a name that is no port", ["read", "--port", "tcp:nowhere"]],
    ["a password and no user", ["read", "--port", "tcp:127.0.0.1:1", "--password-env", "HOME"]],
    [
      "a password that the environment has not",
      ["read", "--port", "tcp:127.0.0.1:1", "--login", "root", "--password-env", "NO_SUCH_VARIABLE"],
    ],
    [
      "two passwords",
      ["read", "--port", "tcp:127.0.0.1:1", "--login", "root", "--password-env", "HOME", "--password-stdin"],
    ],
    ["nothing to change", ["plan", "--port", "tcp:127.0.0.1:1"]],
    [
      "a secret that is not in the environment",
      ["plan", "--port", "tcp:127.0.0.1:1", "--set-secret", "wlan0.wifi.psk=plain"],
    ],
    ["a backup without a file", ["backup", "--port", "tcp:127.0.0.1:1"]],
    [
      "a pass-phrase that the environment has not",
      ["backup", "--port", "tcp:127.0.0.1:1", "--out", join(folder, "b"), "--passphrase-env", "NO_SUCH_VARIABLE"],
    ],
    [
      "two pass-phrases",
      [
        ...["backup", "--port", "tcp:127.0.0.1:1", "--out", join(folder, "b")],
        ...["--passphrase-env", "HOME", "--passphrase-stdin"],
      ],
    ],
    ["a restore of a file that is not there", ["restore", join(folder, "nothing.json"), "--port", "tcp:127.0.0.1:1"]],
    ["an audit trail that is to be repaired", ["audit", "repair"]],
    ["a sign-in that showed something else", ["push", "--port", "tcp:127.0.0.1:1", "--signed-in", "perhaps"]],
    ["a sign-in after no push", ["push", "--port", "tcp:127.0.0.1:1", "--signed-in", "ok"]],
    ["a push to settle together with a new one", ["push", "--port", "tcp:127.0.0.1:1", "--resume", "--fix"]],
    ["a file that is not there", ["check", join(folder, "nothing.json")]],
    ["a folder for a file", ["check", folder]],
  ] as const)("ends with 2 for %s, and says so on standard error only", async (_name, args) => {
    const { status, stdout, stderr } = await runCommandLine(args);
    expect([status, stdout, stderr.trim() !== "", /\n\s+at .*\.ts/.test(stderr)]).toEqual([2, "", true, false]);
  });

  test.each([
    ["read", "--password", "x"],
    ["read", "--password=x"],
    ["read", "--login-password", "x"],
    ["push", "--become-password", "x"],
    ["read", "--password-stdin=x"],
    ["backup", "--out=till.json", "--passphrase", "x"],
    ["restore", "till.json", "--passphrase=x"],
  ])("%s %s takes no password as an argument", async (...args) => {
    const { status, stderr } = await runCommandLine([...args, "--port", "tcp:127.0.0.1:1"]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/unknown option|too many arguments/)]);
  });

  test.each([
    ["help", expect.stringContaining("push") as string],
    ["version", "0.1.0\n"],
  ])("prints its %s on standard output and ends with 0", async (asked, told) => {
    const { status, stdout } = await runCommandLine([`--${asked}`]);
    expect([status, stdout]).toEqual([0, told]);
  });

  test("ends with 1 for settings that are wrong, and names the rule", async () => {
    const { status, stdout } = await runCommandLine(["check", save("broken.json", broken), "--json"]);
    const checked = JSON.parse(stdout) as CheckedJson;
    expect([status, checked.findings.map(({ rule }) => rule), checked.verdict.code]).toEqual([
      1,
      ["ipv4.gateway-outside-subnet"],
      "wrong",
    ]);
  });

  test("ends with 0 for settings that are right", async () => {
    const { status, stdout } = await runCommandLine(["check", save("healthy.json", healthy), "--json"]);
    expect([status, (JSON.parse(stdout) as CheckedJson).findings]).toEqual([0, []]);
  });

  test("checks what comes on standard input, a byte order mark before it or not", async () => {
    const { status } = await runCommandLine(["check", "-"], { input: `\ufeff${JSON.stringify(broken)}` });
    expect(status).toBe(1);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "interfaces: none"],
    ["JSON that is cut", '{"interfaces":['],
    ["another shape", "5"],
    ["an interface without a name", '{"interfaces":[{}]}'],
    ["a number for an address", '{"interfaces":[{"name":"eth0","ipv4":{"address":5}}]}'],
  ])("ends with 2 when %s is to be checked", async (_name, input) => {
    const { status, stdout } = await runCommandLine(["check", "-"], { input });
    expect([status, stdout]).toEqual([2, ""]);
  });

  test("prints a failure as data where data is asked for", async () => {
    const { status, stdout } = await runCommandLine(["check", "-", "--json"], { input: "5" });
    expect([status, JSON.parse(stdout)]).toEqual([
      2,
      { failure: expect.objectContaining({ code: "input-invalid" }) as unknown },
    ]);
  });

  test.for<[string, string[], Record<string, string>, RegExp]>([
    ["--lang zh-CN", ["--lang", "zh-CN"], {}, /网关/],
    ["--lang en in a Chinese system", ["--lang", "en"], { LC_ALL: "zh_CN.UTF-8" }, /gateway/i],
    ["a Chinese system", [], { LC_ALL: "", LC_MESSAGES: "", LANG: "zh_CN.UTF-8" }, /网关/],
  ])("speaks as it is asked to by %s", async ([, args, variables, words]) => {
    const { stdout } = await runCommandLine(["check", "-", ...args], { input: JSON.stringify(broken), variables });
    expect(stdout).toMatch(words);
  });

  test.each([
    ["a device that is not there", "/dev/ttyNOTHING", "port-missing"],
    ["a port that is closed", "tcp:127.0.0.1:1", "port-refused"],
  ])("ends with 3 for %s, in words with a code", async (_name, port, code) => {
    const { status, stdout, stderr } = await runCommandLine(["read", "--port", port]);
    expect([status, stdout, stderr]).toEqual([3, "", expect.stringContaining(`[${code}]`)]);
  });

  test("ends with 3 soon when nothing answers", async () => {
    const server = createServer((socket) => socket.on("error", () => undefined));
    const port = await listen(server);
    const started = performance.now();
    const { status, stdout } = await runCommandLine([
      "read",
      "--port",
      `tcp:127.0.0.1:${port}`,
      "--timeout",
      "1",
      "--json",
    ]);
    server.close();
    const { failure } = JSON.parse(stdout) as { readonly failure: { readonly code: string } };
    expect([status, failure.code, performance.now() - started < 6000]).toEqual([3, "no-answer", true]);
  });

  test("passes the password from the environment and from standard input, and shows it nowhere", async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      let state = "login";
      socket.on("data", (chunk) => {
        heard.push(chunk.toString());
        const end = chunk.toString().endsWith("\r");
        if (state === "login") socket.write("\r\npos login: ");
        if (state === "password" && end) socket.write("\r\nLogin incorrect\r\npos login: ");
        if (chunk.toString().startsWith("clerk")) {
          state = "password";
          socket.write("clerk\r\nPassword: ");
        }
      });
    });
    const port = `tcp:127.0.0.1:${await listen(server)}`;
    const args = ["read", "--port", port, "--login", "clerk", "--json"];
    const first = await runCommandLine([...args, "--password-env", "PW"], { variables: { PW: "s3cret-one" } });
    const second = await runCommandLine([...args, "--password-stdin"], { input: "s3cret-two\n" });
    server.close();
    const typed = heard.join("");
    expect([
      typed.includes("s3cret-one\r"),
      typed.includes("s3cret-two\r"),
      JSON.stringify([first, second]).includes("s3cret"),
      first.status,
    ]).toEqual([true, true, false, 3]);
  });
});
