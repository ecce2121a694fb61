// The console behind its contract: one owner of a line, nothing secret on the screen, nothing forbidden on the line.
import { afterEach, describe, expect, test } from "vitest";
import { createApp } from "../../../electron/app/app.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import { type Client, createClient } from "../../../electron/contract/client.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import { serve } from "../../../electron/contract/server.ts";
import { binaryToBytes } from "../../../electron/core/bytes/binary-text.ts";
import { defaultLine } from "../../../electron/core/bytes/byte-port.ts";
import { succeed } from "../../../electron/core/failures/result.ts";
import { openSimulatedPort } from "../../../electron/simulator/simulated-port.ts";
import { createScriptedPort, type Peer, type ScriptedPort } from "../../contracts/scripted-port.ts";
import { makeCardNumber } from "../../core/logs/card-numbers.ts";
import { describeConnection, take } from "../../peers/terminal-client.ts";
import { makeRecords, makeRecordsFolder } from "../make-records.ts";
import { noPorts } from "../no-ports.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

type OpenPort = Parameters<typeof createApp>[0]["openPort"];

function startApp(openPort: OpenPort, allowsConsole = true): { readonly client: Client; readonly hangUp: () => void } {
  const app = createApp({
    openPort,
    ...noPorts,
    surroundings: nodeSurroundings,
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
    allowsConsole,
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  ends.push(() => app.close());
  return { client: createClient(near), hangUp: () => near.close() };
}

function startScripted(peer: Peer = () => undefined): {
  readonly port: ScriptedPort;
  readonly client: Client;
  readonly hangUp: () => void;
} {
  const port = createScriptedPort(peer);
  return { port, ...startApp(() => Promise.resolve(succeed(port))) };
}

async function open(client: Client, port = "scripted"): Promise<string> {
  return take(await client.call("console.open", { port, line: defaultLine })).console;
}

/** What is shown until it matches. */
async function hear(client: Client, name: string, pattern: RegExp): Promise<string> {
  let shown = "";
  while (!pattern.test(shown)) shown += take(await client.call("console.hear", { console: name })).text;
  return shown;
}

describe("the console", () => {
  test("shows what a terminal says and types what a person does", async () => {
    const { client } = startApp((name) => openSimulatedPort(name, nodeSurroundings));
    const name = await open(client, "demo:linux");
    take(await client.call("console.type", { console: name, text: "echo con''sole\r" }));
    expect(await hear(client, name, /console\r\n/)).toMatch(/echo con''sole\r\nconsole\r\n/);
  });

  test("is refused where nobody switched it on", async () => {
    const { client } = startApp((name) => openSimulatedPort(name, nodeSurroundings), false);
    const opened = await client.call("console.open", { port: "demo:linux", line: defaultLine });
    expect(opened.ok ? "" : opened.failure.code).toBe("console-off");
  });

  test("masks a card number that comes in pieces", async () => {
    const { port, client } = startScripted();
    const name = await open(client);
    const number = makeCardNumber(
      "622588",
      16,
      [0.3, 0.1, 0.9, 0.5, 0.2, 0.8, 0.4, 0.6, 0.7, 0.1, 0.3, 0.5, 0.9, 0.2, 0.6],
    );
    for (const piece of [number.slice(0, 5), number.slice(5, 9), number.slice(9)]) {
      port.say(piece);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    port.say("\r\nend\r\n");
    const shown = await hear(client, name, /end/);
    expect([shown.includes(number.slice(0, 12)), shown.startsWith(number.slice(0, 6))]).toEqual([false, true]);
  });

  test("never sends what is forbidden, typed key by key with a correction", async () => {
    const { port, client } = startScripted();
    const name = await open(client);
    const codes: string[] = [];
    for (const key of "disabx\x7fleme:") {
      const typed = await client.call("console.type", { console: name, text: key });
      if (!typed.ok) codes.push(typed.failure.code);
    }
    expect([codes, port.written()]).toEqual([["command-forbidden"], "disabx\x7fleme"]);
  });

  test("never tries a SIM card's PIN, and says where one is entered", async () => {
    const { port, client } = startScripted();
    const name = await open(client);
    const typed = await client.call("console.type", { console: name, text: 'AT+CPIN="4711"\r' });
    const said = typed.ok ? "" : typed.failure.message.en;
    expect([said.includes("--set-secret cellular.pin"), port.written()]).toEqual([true, ""]);
  });

  test("a long paste goes to the line in small pieces", async () => {
    const sizes: number[] = [];
    const { client } = startScripted((written) => void sizes.push(written.length));
    const name = await open(client);
    take(await client.call("console.type", { console: name, text: "x".repeat(100) }));
    expect(sizes).toEqual([32, 32, 32, 4]);
  });

  test("only watches where a session has the line, also past the screen", { timeout: 30_000 }, async () => {
    const { client } = startApp((name) => openSimulatedPort(name, nodeSurroundings));
    const { session } = take(await client.call("terminal.connect", describeConnection("demo:linux")));
    const opened = take(await client.call("console.open", { port: "demo:linux", line: defaultLine }));
    const reading = client.call("terminal.read", { session });
    const typed = await client.call("console.type", { console: opened.console, text: "reboot\r" });
    const shown = await hear(client, opened.console, /./);
    const read = await reading;
    expect([opened.typing, typed.ok ? "" : typed.failure.code, shown !== "", read.ok]).toEqual([
      false,
      "console-watching",
      true,
      true,
    ]);
  });

  test("no session begins on its port until it is closed", async () => {
    const { client } = startApp((name) => openSimulatedPort(name, nodeSurroundings));
    const name = await open(client, "demo:linux");
    const refused = await client.call("terminal.connect", describeConnection("demo:linux"));
    await client.call("console.close", { console: name });
    const connected = await client.call("terminal.connect", describeConnection("demo:linux"));
    expect([refused.ok ? "" : refused.failure.code, connected.ok]).toEqual(["console-holds", true]);
  });

  test("lets go of its port when its window goes away", async () => {
    const { port, client, hangUp } = startScripted();
    const name = await open(client);
    void client.call("console.hear", { console: name }).catch(() => undefined);
    await Promise.resolve();
    hangUp();
    await port.closed;
    expect(port.isClosed()).toBe(true);
  });

  test("says that its line was lost", async () => {
    const { port, client } = startScripted();
    const name = await open(client);
    port.say("bye");
    port.lose();
    const heard = take(await client.call("console.hear", { console: name }));
    expect([heard.text, heard.ended, heard.failure?.code]).toEqual(["bye", true, "port-lost"]);
  });

  test("a flood is bounded, and how much is missing is said", async () => {
    const { port, client } = startScripted();
    const name = await open(client);
    const line = binaryToBytes(`${"flood ".repeat(20)}\r\n`);
    for (let said = 0; said < 1024 * 1024; said += line.length) port.say(String.fromCharCode(...line));
    port.say("end\r\n");
    let skipped = 0;
    let shown = "";
    while (!shown.endsWith("end\r\n")) {
      const heard = take(await client.call("console.hear", { console: name }));
      skipped += heard.skipped;
      shown += heard.text;
    }
    expect([shown.length <= 256 * 1024, shown.length + skipped > 1024 * 1024]).toEqual([true, true]);
  });
});
