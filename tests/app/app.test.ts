import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { type App, createApp } from "../../electron/app/app.ts";
import { type Client, createClient } from "../../electron/contract/client.ts";
import type { Input } from "../../electron/contract/commands.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import type { BytePort } from "../../electron/core/bytes/byte-port.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { fail, succeed } from "../../electron/core/failures/result.ts";
import { hurry } from "../contracts/fast-clock.ts";
import { createScriptedPort } from "../contracts/scripted-port.ts";
import { type ShellOnTerminal, startShell } from "../core/dialects/linux-console/shell-on-terminal.ts";
import { makeRecords, makeRecordsFolder } from "./make-records.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("console");
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

function startApp(port: BytePort | null): { readonly app: App; readonly client: Client } {
  const openPort = (name: string): ReturnType<Parameters<typeof createApp>[0]["openPort"]> =>
    Promise.resolve(port ? succeed(port) : fail(makeFailure("port-missing", { port: name })));
  const app = createApp({
    openPort,
    listPorts: () => Promise.resolve([]),
    surroundings: hurry(5),
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  ends.push(() => app.close());
  return { app, client: createClient(near) };
}

const input: Input<"terminal.connect"> = {
  port: "/dev/ttyUSB0",
  line: defaultLine,
  family: null,
  login: null,
  become: null,
  becomePassword: null,
  timeoutSeconds: 10,
};

async function connectCode(port: BytePort | null, changed: Partial<Input<"terminal.connect">> = {}): Promise<string> {
  const connected = await startApp(port).client.call("terminal.connect", { ...input, ...changed });
  return connected.ok ? "connected" : connected.failure.code;
}

test.for<[string, string, Partial<Input<"terminal.connect">>, (written: string) => string | null]>([
  ["says nothing", "no-answer", { timeoutSeconds: 2 }, () => null],
  ["asks for a login that nobody gave", "login-needed", {}, () => "\r\npos login: "],
  ["stands in its boot loader", "bootloader", {}, () => "\r\nU-Boot> "],
  ["says what is no text", "line-garbled", { timeoutSeconds: 4 }, () => "\x80\xf8\x00\x80\xfe\x1e\x98\x00\xf8\xff"],
  ["is of no known family", "family-unknown", { timeoutSeconds: 2 }, () => "\r\nREADY"],
  [
    "refuses the login",
    "login-refused",
    { login: { user: "x", password: "y" } },
    (text) => (text === "x\r" ? "x\r\nPassword: " : text.endsWith("y\r") || text === "\r" ? "\r\npos login: " : null),
  ],
  [
    "shows what is typed for a password",
    "password-echo",
    { login: { user: "x", password: "secret" } },
    (text) => (text === "x\r" ? "x\r\nPassword: " : text === "\r" ? "\r\npos login: " : text),
  ],
])("connecting to a terminal that %s ends with %s, and the port is closed", async ([, code, changed, answer]) => {
  const port = createScriptedPort((written, say) => {
    const said = answer(written);
    if (said !== null) say(said);
  });
  expect([await connectCode(port, changed), port.isClosed()]).toEqual([code, true]);
});

test("a boot loader is never typed into beyond the one CR", async () => {
  const port = createScriptedPort((_written, say) => say("\r\n=> "));
  await connectCode(port);
  expect(port.written()).toBe("\r");
});

test("a refused password is tried once", async () => {
  const port = createScriptedPort((written, say) =>
    say(written === "x\r" ? "x\r\nPassword: " : written.endsWith("\r") ? "\r\npos login: " : ""),
  );
  await connectCode(port, { login: { user: "x", password: "secret" } });
  expect(port.written().split("ecret").length - 1).toBe(1);
});

test("behind one CR that finds out and one that wakes, an empty password is typed as one", async () => {
  const port = createScriptedPort((written, say) =>
    say(written === "x\r" ? "x\r\nPassword: " : written === "\r" ? "\r\npos login: " : ""),
  );
  const code = await connectCode(port, { login: { user: "x", password: "" } });
  expect([code, port.written()]).toEqual(["login-refused", "\r\rx\r\r"]);
});

test("a port that is not there says so", async () => {
  expect(await connectCode(null)).toBe("port-missing");
});

test("a line that is lost while connecting is named, and the port is closed", async () => {
  const port = createScriptedPort(() => port.lose());
  expect([await connectCode(port), port.isClosed()]).toEqual(["port-lost", true]);
});

test("a person who stops while a starting terminal is waited for is heard at once", async () => {
  const port = createScriptedPort(() => undefined);
  const { client } = startApp(port);
  const stop = new AbortController();
  port.say("U-Boot 2020.01\r\nStarting kernel ...\r\n");
  const connecting = client.call("terminal.connect", { ...input, timeoutSeconds: 60 }, stop.signal);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const started = performance.now();
  stop.abort();
  const connected = await connecting;
  expect([
    connected.ok ? null : connected.failure.code,
    performance.now() - started < 300,
    port.isClosed(),
    port.written(),
  ]).toEqual(["cancelled", true, true, ""]);
});

describe.skipIf(obstacle !== null)(`on a real shell${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  function start(): { readonly client: Client; readonly terminal: ShellOnTerminal } {
    const terminal = startShell("dash");
    ends.push(() => terminal.end());
    return { client: startApp(terminal.port).client, terminal };
  }

  test("a terminal is connected, read, judged and left", async () => {
    const { client } = start();
    const stages: string[] = [];
    client.on("stage", ({ stage }) => stages.push(stage));
    const connected = await client.call("terminal.connect", input);
    const session = connected.ok ? connected.value.session : "";
    const report = await client.call("terminal.read", { session });
    const closed = await client.call("terminal.close", { session });
    const after = await client.call("terminal.read", { session });
    expect([
      report.ok && report.value.terminal.hostName,
      closed.ok,
      after.ok ? null : after.failure.code,
      stages,
    ]).toEqual([hostname(), true, "session-unknown", ["listening", "waking", "preparing", "reading"]]);
  });

  test("the loss of the line is told once, with the session's name", async () => {
    const { client, terminal } = start();
    const lost: string[] = [];
    client.on("lost", ({ session, failure }) => lost.push(`${session} ${failure.code}`));
    const connected = await client.call("terminal.connect", input);
    const session = connected.ok ? connected.value.session : "";
    await terminal.end();
    const read = await client.call("terminal.read", { session });
    expect([read.ok ? null : read.failure.code, lost, existsSync(terminal.folder)]).toEqual([
      "port-lost",
      [`${session} port-lost`],
      false,
    ]);
  });
});
