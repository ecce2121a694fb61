// The network between a bench and its server: TCP on 127.0.0.1, passed on until it is cut.
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { listen } from "./wire-relay.ts";

export class CutRelay {
  port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #state: "open" | "deaf" | "cut" = "open";
  #lastWords: string | null = null;

  constructor(target: number) {
    this.#server = createServer({ noDelay: true }, (client) => this.#pass(client, target));
  }

  async start(): Promise<this> {
    this.port = await listen(this.#server);
    return this;
  }

  /** Ends every connection; new ones end at once. */
  cut(): void {
    this.#state = "cut";
    this.#endAll();
  }

  /** Once these words were passed on to the server, no answer comes back any more. */
  deafenAt(words: string): void {
    this.#lastWords = words;
  }

  restore(): void {
    this.#lastWords = null;
    this.#state = "open";
  }

  async close(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#endAll();
    await closed;
  }

  #pass(client: Socket, target: number): void {
    this.#keep(client);
    if (this.#state === "cut") {
      client.destroy();
      return;
    }
    const upstream = connect({ host: "127.0.0.1", port: target, noDelay: true });
    this.#keep(upstream);
    client.on("data", (chunk) => {
      if (this.#lastWords !== null && chunk.includes(this.#lastWords)) this.#state = "deaf";
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (this.#state === "open") client.write(chunk);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => this.#sockets.delete(socket));
  }

  #endAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

export function startCutRelay(target: number): Promise<CutRelay> {
  return new CutRelay(target).start();
}
