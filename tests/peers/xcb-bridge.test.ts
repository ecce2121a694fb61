// The simulated unit in front of a stock client, Debian's adb, and Counterpart in front of the unit over TCP and over a
// pseudo-terminal. The vendor's own client is replayed in tests/simulator/xcb-terminal.test.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { type ServedTerminal, serveTerminal, type ServePlace } from "../../electron/simulator/serve.ts";
import { runProgram, startProcess, type OwnedProcess } from "./owned-process.ts";
import { findObstacle } from "./system-packages.ts";
import { startTerminalClient, take } from "./terminal-client.ts";
import { listen } from "./wire-relay.ts";

const obstacle = findObstacle("bridge");

interface Serving extends ServedTerminal {
  readonly stop: () => Promise<void>;
}

async function serve(place: ServePlace): Promise<Serving> {
  const stop = new AbortController();
  const served = await serveTerminal("xcb", place, { surroundings: nodeSurroundings, signal: stop.signal });
  if (!served.ok) throw new Error(served.failure.message.en);
  const { ended, terminal } = served.value;
  return {
    ...served.value,
    stop: async () => {
      terminal.powerOff();
      stop.abort();
      await ended;
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A client that finds no server starts one that nobody ends. */
async function untilAccepting(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, "127.0.0.1");
    const isThere = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (isThere) return;
    await setTimeout(25);
  }
  throw new Error("adb's server does not listen");
}

describe.skipIf(obstacle !== null)("Debian's adb", () => {
  let unit: Serving;
  let server: OwnedProcess;
  let port: number;
  const home = mkdtempSync(join(tmpdir(), "counterpart-adb-"));

  /** A server of its own, on a port of its own: nobody else's devices are touched. */
  const adb = async (...words: readonly string[]): Promise<readonly [number | null, string]> => {
    const { status, stdout, stderr } = await runProgram("env", [`HOME=${home}`, "adb", "-P", String(port), ...words]);
    return [status, `${stdout}${stderr}`.trim()];
  };

  beforeAll(async () => {
    unit = await serve({ listen: { host: "127.0.0.1", port: 0 } });
    port = await findFreePort();
    server = startProcess("env", [`HOME=${home}`, "adb", "-P", String(port), "nodaemon", "server"]);
    await untilAccepting(port);
    await adb("connect", unit.port.replace("tcp:", ""));
  });

  afterAll(async () => {
    await server.kill();
    await unit.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test("lists the unit as a device, without a key", async () => {
    expect((await adb("devices"))[1]).toContain(`${unit.port.replace("tcp:", "")}\tdevice`);
  });

  test("says that its state is device", async () => {
    expect(await adb("get-state")).toEqual([0, "device"]);
  });

  test("gets no shell, as on a production unit", async () => {
    expect(await adb("shell", "echo", "hi")).toEqual([1, "error: closed"]);
  });

  test("gets no files under Android's own service, because the bridge has another name for it", async () => {
    const [status, said] = await adb("pull", "/tmp/boot.log", join(home, "boot.log"));
    expect([status, said.includes("closed")]).toEqual([1, true]);
  });
});

describe.skipIf(obstacle !== null)("Counterpart", () => {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-xcb-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each<[string, ServePlace]>([
    ["TCP", { listen: { host: "127.0.0.1", port: 0 } }],
    ["a pseudo-terminal", { link: join(folder, "unit") }],
  ])("recognises, reads, corrects and reads back the unit over %s", async (_, place) => {
    const unit = await serve(place);
    const counterpart = startTerminalClient();
    const { client } = counterpart;
    const session = await counterpart.connect(unit.port);
    const before = take(await client.call("terminal.read", { session }));
    const plan = take(await client.call("plan.make", { session, set: [], fix: true }));
    const pushed = take(await client.call("plan.push", { session, digest: plan.digest, override: false }));
    const after = take(await client.call("terminal.read", { session }));
    await counterpart.close();
    await unit.stop();
    expect([before.terminal.family, before.verdict.code, pushed.outcome, after.interfaces[0]?.ipv4?.gateway]).toEqual([
      "xcb",
      "wrong",
      "confirmed",
      "192.168.1.1",
    ]);
  });
});
