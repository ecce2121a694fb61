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
import { noPorts } from "./no-ports.ts";

const obstacle = findObstacle("console");
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

type Parts = Parameters<typeof createApp>[0];

function startApp(port: BytePort | null, more: Partial<Parts> = {}): { readonly app: App; readonly client: Client } {
  const openPort = (name: string): ReturnType<Parts["openPort"]> =>
    Promise.resolve(port ? succeed(port) : fail(makeFailure("port-missing", { port: name })));
  const app = createApp({
    openPort,
    ...noPorts,
    surroundings: hurry(5),
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
    ...more,
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

/** A terminal at 9600 baud that asks for a login, and what it makes of what it is sent at other rates. */
function makeSlowTerminal(): { readonly port: BytePort; readonly typed: () => string } {
  let rate = 0;
  let typed = "";
  const scripted = createScriptedPort((written, say) => {
    typed += rate === 9600 ? written : "";
    if (rate !== 9600) say("\xf8\x00\xe6\x80\xf8\x00");
    else if (written === "\r") say("\r\npos login: ");
    else if (written.startsWith("root")) say("root\r\nPassword: ");
    else if (written.endsWith("\r")) say("\r\nLogin incorrect\r\npos login: ");
  });
  const no = (): Promise<boolean> => Promise.resolve(false);
  const setRate = (next: number): Promise<boolean> => {
    rate = next;
    return Promise.resolve(true);
  };
  const readLines = () => Promise.resolve({ cts: null, dsr: null, ri: null, dcd: null });
  const control = { setLine: no, readLines, sendBreak: no, setRate };
  return { port: { ...scripted, control }, typed: () => typed };
}

test("while the rate is being found a password is typed once, at the rate that was found", async () => {
  const { port, typed } = makeSlowTerminal();
  const login = { user: "root", password: "wrong-one" };
  const code = await connectCode(port, { findRate: true, login });
  expect([code, typed().split("wrong-one").length - 1]).toEqual(["login-refused", 1]);
});

test("what nobody knows is handed on as bytes and as the start of a description", async () => {
  const port = createScriptedPort((_written, say) => say("\r\nREADY"));
  const { client } = startApp(port);
  const connected = await client.call("terminal.connect", { ...input, timeoutSeconds: 2 });
  const details = connected.ok ? {} : connected.failure.details;
  expect([String(details["draft"]), String(details["hex"]).slice(0, 27)]).toEqual([
    expect.stringMatching(/^family: text$[^]*READY/m),
    "0000  0d 0a 52 45 41 44 59 ",
  ]);
});
