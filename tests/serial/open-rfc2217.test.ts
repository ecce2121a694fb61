import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { binaryToBytes, bytesToBinary } from "../../electron/core/bytes/binary-text.ts";
import { type BytePort, defaultLine, type LineSettings } from "../../electron/core/bytes/byte-port.ts";
import { openRfc2217 } from "../../electron/serial/open-rfc2217.ts";
import { type PortUnderTest, testBytePort } from "../contracts/byte-port-suite.ts";
import { type OwnedProcess, runOrThrow, startProcess } from "../peers/owned-process.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { listen } from "../peers/wire-relay.ts";

const obstacle = findObstacle("server");
const signal = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), "counterpart-rfc2217-"));
const started: OwnedProcess[] = [];
let count = 0;

afterEach(() => Promise.all(started.splice(0).map((each) => each.kill())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface DeviceServer {
  readonly name: string;
  /** The device that ser2net has open. */
  readonly device: string;
  /** The raw other end of that device. */
  readonly socat: OwnedProcess;
  readonly server: OwnedProcess;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A real ser2net in front of a pseudo-terminal whose other end is in our hands. */
async function startServer(): Promise<DeviceServer> {
  const device = join(folder, `tty${count}`);
  const settings = join(folder, `ser2net${count++}.yaml`);
  const socat = startProcess("socat", [`PTY,link=${device},rawer`, "STDIO"]);
  started.push(socat);
  while (!existsSync(device)) await delay(10);
  const port = await freePort();
  const accepter = `  accepter: telnet(rfc2217),tcp,127.0.0.1,${port}`;
  writeFileSync(settings, `connection: &one\n${accepter}\n  connector: serialdev,${device},9600n81,local\n`);
  const server = startProcess("ser2net", ["-n", "-d", "-c", settings, "-u", "-P", join(folder, `pid${count}`)]);
  started.push(server);
  await untilListening(port);
  return { name: `rfc2217:127.0.0.1:${port}`, device, socat, server };
}

async function untilListening(port: number): Promise<void> {
  for (let round = 0; round < 200; round++) {
    const listening = await runOrThrow("ss", ["-Hltn", `sport = :${port}`]);
    if (listening.trim() !== "") return;
    await delay(20);
  }
  throw new Error("ser2net does not listen");
}

async function openOrThrow(name: string, line: LineSettings = defaultLine): Promise<BytePort> {
  const opened = await openRfc2217(name, line, signal);
  if (!opened.ok) throw new Error(`${opened.failure.code}: ${opened.failure.message.en}`);
  return opened.value;
}

async function makePort(): Promise<PortUnderTest> {
  const { name, socat, server } = await startServer();
  return {
    open: () => openRfc2217(name, defaultLine, signal),
    peer: () =>
      Promise.resolve({
        say: (bytes: Uint8Array) => void socat.stdin.write(bytes),
        onBytes: (listener: (bytes: Uint8Array) => void) => void socat.stdout.on("data", listener),
        lose: () => server.kill(),
      }),
    remove: async () => {
      await server.kill();
      await socat.kill();
    },
  };
}

describe.skipIf(obstacle !== null)(`a port behind ser2net${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  testBytePort("RFC 2217 through ser2net", makePort);

  test.for([
    [{ baudRate: 115200 }, "speed 115200"],
    [{ baudRate: 9600, stopBits: 2 }, "cstopb"],
    [{ flowControl: "hardware" }, "crtscts"],
  ] as const)("the line settings %j reach the server's device", async ([line, word]) => {
    const { name, device } = await startServer();
    const port = await openOrThrow(name, { ...defaultLine, ...line });
    const said = await runOrThrow("stty", ["-a", "-F", device]);
    await port.close();
    expect(` ${said.split(/[\s;]+/).join(" ")} `).toContain(` ${word} `);
  });

  test("lines that the server's device does not have are not said to be set", async () => {
    const { name } = await startServer();
    const port = await openOrThrow(name);
    expect(await port.control?.setLine("dtr", false)).toBe(false);
    await port.close();
  });
});

/** A server that answers every question as told, and notes what it is asked. */
async function startScripted(answer: (question: string) => string): Promise<{ name: string; heard: () => string }> {
  let heard = "";
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes: Buffer) => {
      const binary = bytesToBinary(bytes);
      heard += binary;
      for (const [, question = ""] of binary.matchAll(/\xff\xfa,([^]*?)\xff\xf0/g)) {
        const said = answer(question);
        if (said !== "") socket.write(binaryToBytes(`\xff\xfa,${said}\xff\xf0`));
      }
    });
  });
  const port = await listen(server);
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { name: `rfc2217:127.0.0.1:${port}`, heard: () => heard };
}

const closers: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

const agree = (question: string): string => String.fromCharCode(question.charCodeAt(0) + 100) + question.slice(1);

test("DTR and RTS are let go of when the port is opened without them", async () => {
  const { name, heard } = await startScripted(agree);
  const port = await openOrThrow(name, { ...defaultLine, dtr: false, rts: false });
  await port.close();
  expect(["\x05\x09", "\x05\x0c"].map((question) => heard().includes(`\xff\xfa,${question}\xff\xf0`))).toEqual([
    true,
    true,
  ]);
});

test("a terminal that restarts on DTR never sees it: it is let go of before anything else is asked", async () => {
  const { name, heard } = await startScripted(agree);
  const port = await openOrThrow(name, { ...defaultLine, dtr: false });
  await port.close();
  const questions = [...heard().matchAll(/\xff\xfa,([^]*?)\xff\xf0/g)].map(([, question]) => question);
  expect([questions[0], questions.includes("\x05\x08")]).toEqual(["\x05\x09", false]);
});

test("a break is held and let go of, and said to have been held", async () => {
  const { name, heard } = await startScripted(agree);
  const port = await openOrThrow(name);
  const isHeld = await port.control?.sendBreak(20);
  await port.close();
  expect([isHeld, heard().indexOf("\xfa,\x05\x05") < heard().indexOf("\xfa,\x05\x06")]).toEqual([true, true]);
});

test("what the server says of its modem lines is known", async () => {
  const { name } = await startScripted((question) => (question[0] === "\x0b" ? "\x6b\xb0" : agree(question)));
  const port = await openOrThrow(name);
  await delay(50);
  const lines = await port.control?.readLines();
  await port.close();
  expect(lines).toEqual({ cts: true, dsr: true, ri: false, dcd: true });
});

async function openReason(name: string, line: LineSettings = defaultLine): Promise<unknown> {
  const opened = await openRfc2217(name, line, signal);
  if (opened.ok) await opened.value.close();
  return opened.ok ? "open" : [opened.failure.code, opened.failure.details["reason"]];
}

test("a server that sets another baud rate than was asked for is not used", async () => {
  const { name } = await startScripted((question) =>
    question[0] === "\x01" ? "\x65\x00\x00\x25\x80" : agree(question),
  );
  expect(await openReason(name)).toEqual(["port-unusable", "no baud rate 115200"]);
});

test("a server that hangs up at once has the port in use", async () => {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.resume().end("Port already in use\r\n");
  });
  const port = await listen(server);
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  expect(await openReason(`rfc2217:127.0.0.1:${port}`)).toEqual(["port-busy", undefined]);
});

test("a plain TCP port is not taken for a device server", async () => {
  const { name } = await startScripted(() => "");
  expect(await openReason(name)).toEqual(["port-unusable", "the server does not answer as RFC 2217 says"]);
});
