// The network as a real console in a namespace sees it, asked through the contract and by the command line.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventData } from "../../../electron/contract/events.ts";
import type { TerminalTest } from "../../../electron/core/dialects/terminal-test.ts";
import { runCommandLine } from "../../headless/run-command-line.ts";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const obstacle = findObstacle("console");
const tests: readonly TerminalTest[] = [
  { kind: "link", interface: "eth0" },
  { kind: "address", interface: "eth0", address: "192.168.1.20" },
  { kind: "duplicate", interface: "eth0", address: "192.168.1.1" },
  { kind: "gateway", interface: "eth0", address: "192.168.1.1" },
  { kind: "name", name: "pay.example", server: null },
  { kind: "tcp", host: "192.168.1.1", port: 6001 },
  { kind: "tls", host: "192.168.1.1", port: 6001 },
];
const outcomes = ["ok", "ok", "taken", "ok", "refused", "refused", "refused"];

describe.skipIf(obstacle !== null).each(["bash", "busybox-ash"] as const)("on a console with %s", (shell) => {
  let peer: ConsolePeer;
  let terminal: TerminalClient;

  beforeAll(async () => {
    peer = await startConsole({ shell, login: "root-autologin" });
    terminal = startTerminalClient();
  });
  afterAll(async () => {
    await terminal.close();
    await peer.close();
  });

  test("each test is told as it ends, in the order in which they were asked", async () => {
    const session = await terminal.connect(`tcp:127.0.0.1:${peer.port}`);
    const told: EventData<"tested">["result"][] = [];
    terminal.client.on("tested", ({ result }) => told.push(result));
    const { results } = take(await terminal.client.call("terminal.test", { session, tests }));
    await terminal.client.call("terminal.close", { session });
    expect([results.map(({ reason }) => reason), told]).toEqual([outcomes, results]);
  });

  test("by the command line, what the settings name is tested, and a failure is its exit status", async () => {
    const options = ["--port", `tcp:127.0.0.1:${peer.port}`, "--json", "--lang", "en", "--within", "2"];
    const run = await runCommandLine(["test", ...options]);
    const { results } = JSON.parse(run.stdout) as { results: readonly { test: TerminalTest; reason: string }[] };
    expect([run.status, results.map(({ test: { kind }, reason }) => `${kind} ${reason}`)]).toEqual([
      1,
      ["link ok", "address ok", "gateway ok", "name refused"],
    ]);
  });

  test("by the command line, only what is named is tested", async () => {
    const run = await runCommandLine(["test", "--port", `tcp:127.0.0.1:${peer.port}`, "--gateway", "--lang", "zh-CN"]);
    expect([run.status, run.stdout.trim(), run.stderr]).toEqual([
      0,
      "1 项通过，0 项未通过，0 项无法测试。",
      expect.stringContaining("✓ 终端已得到网关 192.168.1.1 的应答。"),
    ]);
  });
});
