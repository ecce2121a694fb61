import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openTcp } from "../../electron/serial/open-tcp.ts";
import { testBytePort } from "../contracts/byte-port-suite.ts";
import { listen } from "../peers/wire-relay.ts";

const signal = new AbortController().signal;
const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function serve(onSocket: (socket: Socket) => void): Promise<string> {
  const server = createServer(onSocket);
  servers.push(server);
  return `tcp:127.0.0.1:${await listen(server)}`;
}

testBytePort("a raw TCP connection", async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    sockets.push(socket);
  });
  const port = await listen(server);
  let opened = 0;
  return {
    open: () => ((opened += 1), openTcp(`tcp:127.0.0.1:${port}`, signal)),
    async peer() {
      while (sockets.length < opened) await once(server, "connection");
      const socket = sockets[opened - 1];
      if (!socket) throw new Error("nobody connected");
      return {
        say: (bytes) => void socket.write(bytes),
        onBytes: (listener) => void socket.on("data", listener),
        lose: async () => {
          socket.resetAndDestroy();
          await Promise.resolve();
        },
      };
    },
    remove: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
});

async function openCode(name: string, stop: AbortSignal = signal): Promise<string> {
  const opened = await openTcp(name, stop);
  if (opened.ok) await opened.value.close();
  return opened.ok ? "open" : opened.failure.code;
}

test.each([
  "tcp:",
  "tcp:host",
  "tcp:host:",
  "tcp:host:0",
  "tcp:host:65536",
  "tcp::23",
  "tcp:a:b:23",
  "tcp:[::1:23",
  "udp:host:1",
])("%j is no address of a port", async (name) => {
  expect(await openCode(name)).toBe("port-invalid");
});

test("an address where nobody listens is refused", async () => {
  const name = await serve(() => undefined);
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  expect(await openCode(name)).toBe("port-refused");
});

test("a host whose name nobody knows is unusable, and says why", async () => {
  expect(await openCode("tcp:no-such-host.invalid:23")).toBe("port-unusable");
});

test("an IPv6 address stands in brackets", async () => {
  const server = createServer((socket) => socket.end());
  servers.push(server);
  server.listen(0, "::1");
  await once(server, "listening");
  const address = server.address();
  expect(await openCode(`tcp:[::1]:${typeof address === "object" ? address?.port : ""}`)).toBe("open");
});

test("a person who stopped before the connection began gets no connection", async () => {
  const name = await serve((socket) => socket.destroy());
  expect(await openCode(name, AbortSignal.abort())).toBe("cancelled");
});

test("what a device server says at once is not lost", async () => {
  const name = await serve((socket) => socket.end("banner"));
  const opened = await openTcp(name, signal);
  await new Promise((resolve) => setTimeout(resolve, 50));
  let heard = "";
  if (opened.ok) opened.value.onBytes((bytes) => (heard += Buffer.from(bytes).toString()));
  expect(heard).toBe("banner");
});
