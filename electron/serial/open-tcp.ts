// A raw TCP connection to a device server (ser2net, Moxa, ...) as a BytePort.
import { connect, type Socket } from "node:net";
import type { BytePort } from "../core/bytes/byte-port.ts";
import { PortEars } from "../core/bytes/port-ears.ts";
import { type Failure, FailureError, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";

/** Milliseconds until a host that says nothing counts as not there. */
const connectPatience = 8000;

/** `name` is `tcp:HOST:PORT`, or `rfc2217:HOST:PORT` for the TCP below it; an IPv6 host stands in brackets. */
export async function openTcp(name: string, signal: AbortSignal): Promise<Result<BytePort>> {
  const [, bracketed, plain, digits] = /^(?:tcp|rfc2217):(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(name) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65535) return fail(makeFailure("port-invalid", { port: name }));
  if (signal.aborted) return fail(makeFailure("cancelled"));
  const socket = connect({ host, port, noDelay: true, timeout: connectPatience });
  const failure = await settleConnection(socket, name, signal);
  if (failure) socket.destroy();
  return failure ? fail(failure) : succeed(new TcpBytePort(name, socket));
}

function settleConnection(socket: Socket, name: string, signal: AbortSignal): Promise<Failure | null> {
  return new Promise((resolve) => {
    const onAbort = (): void => resolve(makeFailure("cancelled"));
    signal.addEventListener("abort", onAbort, { once: true });
    socket.once("connect", () => {
      signal.removeEventListener("abort", onAbort);
      socket.setTimeout(0);
      resolve(null);
    });
    socket.once("timeout", () => resolve(makeFailure("port-refused", { port: name })));
    socket.once("error", (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === "ECONNREFUSED" || error.code === "ETIMEDOUT" || error.code === "EHOSTUNREACH"
          ? makeFailure("port-refused", { port: name })
          : makeFailure("port-unusable", { port: name, reason: error.code ?? error.message }),
      ),
    );
  });
}

class TcpBytePort implements BytePort {
  readonly name: string;
  readonly #socket: Socket;
  readonly #ears = new PortEars();

  constructor(name: string, socket: Socket) {
    this.name = name;
    this.#socket = socket;
    socket.on("data", (bytes: Buffer) => this.#ears.hear(bytes));
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    socket.on("close", () => this.#ears.close(makeFailure("port-lost", { port: name })));
  }

  get closed(): Promise<Failure | null> {
    return this.#ears.closed;
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#ears.onBytes(listener);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const lost = makeFailure("port-lost", { port: this.name });
    if (this.#ears.isClosed) throw new FailureError(lost);
    await new Promise<void>((resolve, reject) => {
      this.#socket.write(bytes, (error) => (error ? reject(new FailureError(lost, error)) : resolve()));
    });
  }

  async close(): Promise<void> {
    this.#ears.close(null);
    if (this.#socket.destroyed) return;
    await new Promise<void>((resolve) => {
      this.#socket.once("close", () => resolve());
      this.#socket.destroySoon();
      setTimeout(() => this.#socket.destroy(), 500).unref();
    });
  }
}
