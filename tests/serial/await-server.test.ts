// A device server that drops the line and comes back: a plain TCP server, and a real ser2net over RFC 2217.
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { answerPorts } from "../../electron/app/ports/answer-ports.ts";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { defaultLine, type OpenPort } from "../../electron/core/bytes/byte-port.ts";
import { openRfc2217 } from "../../electron/serial/open-rfc2217.ts";
import { openTcp } from "../../electron/serial/open-tcp.ts";
import { type OwnedProcess, startProcess } from "../peers/owned-process.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { listen } from "../peers/wire-relay.ts";

const openPort: OpenPort = (name, line, signal) =>
  name.startsWith("tcp:") ? openTcp(name, signal) : openRfc2217(name, line, signal);

async function awaitPort(port: string, seconds: number): Promise<unknown> {
  const answers = answerPorts({
    listPorts: () => Promise.resolve([]),
    readSigns: () => Promise.resolve(null),
    examinePorts: () => Promise.resolve({ checks: [], first: null, seen: [] }),
    openPort,
    clock: nodeSurroundings.clock,
  });
  const call = { signal: new AbortController().signal, emit: () => undefined };
  const answer = await answers["ports.await"]({ port, seconds }, call);
  return answer.ok ? answer.value : answer.failure.code;
}

/** Opens a port, takes its server away, and says when the loss was heard. */
async function loseServer(port: string, takeAway: () => Promise<void>): Promise<string> {
  const opened = await openPort(port, defaultLine, new AbortController().signal);
  if (!opened.ok) return opened.failure.code;
  await takeAway();
  return (await opened.value.closed)?.code ?? "closed";
}

test("a TCP server that goes is lost, and found again when it is back", async () => {
  const sockets: Socket[] = [];
  const start = (): Server => createServer((socket) => void sockets.push(socket.on("error", () => undefined)));
  let server = start();
  const number = await listen(server);
  const port = `tcp:127.0.0.1:${number}`;
  const lost = await loseServer(port, async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const awaited = awaitPort(port, 10);
  await delay(200);
  server = start();
  server.listen(number, "127.0.0.1");
  await once(server, "listening");
  const found = await awaited;
  server.close();
  expect([lost, found]).toEqual(["port-lost", { port, isSame: true }]);
});

test("a server that stays away is waited for no longer than was said", async () => {
  expect(await awaitPort("tcp:127.0.0.1:1", 1)).toEqual({ port: null, isSame: false });
});

const obstacle = findObstacle("server");

test.skipIf(obstacle !== null)(
  `a ser2net that is started again is found again over RFC 2217${obstacle === null ? "" : ` (${obstacle})`}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-await-"));
    const device = join(folder, "tty");
    const line = startProcess("socat", [`PTY,link=${device},rawer`, "STDIO"]);
    while (!existsSync(device)) await delay(10);
    const holder = createServer();
    const number = await listen(holder);
    await new Promise((resolve) => holder.close(resolve));
    const settings = join(folder, "ser2net.yaml");
    const accepter = `  accepter: telnet(rfc2217),tcp,127.0.0.1,${number}`;
    writeFileSync(settings, `connection: &one\n${accepter}\n  connector: serialdev,${device},9600n81,local\n`);
    const serve = (): OwnedProcess => startProcess("ser2net", ["-n", "-d", "-c", settings, "-u"]);
    const port = `rfc2217:127.0.0.1:${number}`;
    let server = serve();
    try {
      const first = await awaitPort(port, 10);
      const lost = await loseServer(port, () => server.kill());
      const awaited = awaitPort(port, 20);
      server = serve();
      expect([first, lost, await awaited]).toEqual([{ port, isSame: true }, "port-lost", { port, isSame: true }]);
    } finally {
      await Promise.all([server.kill(), line.kill()]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  20_000,
);
