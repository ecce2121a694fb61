// A serial line in miniature: what the console says goes to whoever is connected, and is lost when nobody is.
//
//   console process <-- stdin/stdout --> relay <-- TCP on 127.0.0.1, the latest client --> client
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { Readable, Writable } from "node:stream";

export interface WireRelay {
  readonly host: string;
  readonly port: number;
  /** Puts bytes on the line towards the client, as a kernel message would come. */
  inject(text: string): void;
  /** Pulls the cable: the client is cut off; it may connect again. */
  disconnect(): void;
  close(): Promise<void>;
}

export interface Wire {
  readonly fromConsole: Readable;
  readonly toConsole: Writable;
}

const host = "127.0.0.1";

export async function startWireRelay(wire: Wire): Promise<WireRelay> {
  let client: Socket | null = null;
  wire.fromConsole.on("data", (chunk: Buffer) => {
    client?.write(chunk);
  });
  const server = createServer({ noDelay: true }, (socket) => {
    // The line has one user: whoever took it last.
    client?.destroy();
    client = socket;
    socket.on("data", (chunk) => wire.toConsole.write(chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (client === socket) client = null;
    });
  });
  return {
    host,
    port: await listen(server),
    inject: (text) => void client?.write(text),
    disconnect: () => void client?.destroy(),
    close: () => closeServer(server, client),
  };
}

export async function listen(server: Server): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

async function closeServer(server: Server, client: Socket | null): Promise<void> {
  const closed = once(server, "close");
  server.close();
  client?.destroy();
  await closed;
}
