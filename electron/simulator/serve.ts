// A simulated terminal for other programs: on TCP, or on a pseudo-terminal that socat makes.
//
//   any program --TCP--> [ serveTerminal ] --> terminal          tcp:127.0.0.1:PORT
//   any program --/path/to/link--> socat --TCP--> the same       Node cannot make pseudo-terminals
//
// The terminal lives as long as it is served; who connects next finds it as it was left.
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, constants, existsSync, openSync } from "node:fs";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { makeFailure, type Failure } from "../core/failures/failure.ts";
import { fail, succeed, type Result } from "../core/failures/result.ts";
import { type SimulatedTerminal, startTerminal } from "./start-terminal.ts";
import type { TerminalOptions } from "./terminal.ts";

export type ServePlace =
  /** Port 0 takes a free one. Anything but loopback only because the person wrote it. */
  | { readonly listen: { readonly host: string; readonly port: number } }
  /** A path that becomes a link to a pseudo-terminal. */
  | { readonly link: string };

export interface ServedTerminal {
  /** What to give as --port: `tcp:127.0.0.1:40001` or the link's path. */
  readonly port: string;
  readonly terminal: SimulatedTerminal;
  /** Resolves when serving has ended; with the reason when it was not asked to. */
  readonly ended: Promise<Failure | null>;
}

export interface ServeOptions extends TerminalOptions {
  readonly surroundings: Surroundings;
  /** Ends the serving. */
  readonly signal: AbortSignal;
}

const loopbackHost = "127.0.0.1";

/** Expected failures: `port-missing` (no such demo), `listen-failed`, `socat-missing`, `link-failed`. */
export async function serveTerminal(
  name: string,
  place: ServePlace,
  { surroundings, signal, ...options }: ServeOptions,
): Promise<Result<ServedTerminal>> {
  const made = await startTerminal(name, surroundings, options);
  if (!made.ok) return made;
  const terminal = made.value;
  const listen = "listen" in place ? place.listen : { host: loopbackHost, port: 0 };
  const listening = await startListening(terminal, listen);
  if (!listening.ok) return listening;
  const { server, close } = listening.value;
  const { port } = server.address() as AddressInfo;
  if (!("link" in place)) {
    const shown = listen.host.includes(":") ? `[${listen.host}]` : listen.host;
    return succeed({ port: `tcp:${shown}:${port}`, terminal, ended: endWith(signal, close) });
  }
  const linked = await startSocat(place.link, port, signal);
  if (!linked.ok) {
    await close();
    return linked;
  }
  const closeBoth = async (): Promise<void> => {
    await linked.value.stop();
    await close();
  };
  const lost = linked.value.lost.then(async (why) => {
    await close();
    return why;
  });
  return succeed({ port: place.link, terminal, ended: Promise.race([endWith(signal, closeBoth), lost]) });
}

interface Listening {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

function startListening(
  terminal: SimulatedTerminal,
  where: { readonly host: string; readonly port: number },
): Promise<Result<Listening>> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    void connectWhenFree(terminal).then((port) => (port === null ? socket.destroy() : joinSocket(socket, port)));
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const details = { address: `${where.host}:${where.port}`, reason: error.code ?? error.message };
      resolve(fail(makeFailure("listen-failed", details)));
    });
    server.listen(where.port, where.host, () => resolve(succeed({ server, close })));
  });
}

const handoverWait = 500;
const handoverPoll = 5;

/** One line, one listener at a time, as with a cable; who has just left may still be on the way out. */
async function connectWhenFree(terminal: SimulatedTerminal): Promise<BytePort | null> {
  for (let waited = 0; ; waited += handoverPoll) {
    const port = terminal.connect();
    if (port.ok) return port.value;
    if (waited >= handoverWait) return null;
    await new Promise((resolve) => setTimeout(resolve, handoverPoll));
  }
}

function joinSocket(socket: Socket, port: BytePort): void {
  port.onBytes((bytes) => socket.write(bytes));
  socket.on("data", (bytes) => {
    // A line that was lost meanwhile shows as the socket's end.
    port.write(bytes).catch(() => socket.destroy());
  });
  socket.on("close", () => void port.close());
  if (socket.destroyed) void port.close();
  void port.closed.then(() => socket.destroy());
}

interface Linked {
  /** Resolves when socat ended by itself. */
  readonly lost: Promise<Failure>;
  stop(): Promise<void>;
}

const linkWait = 5000;
const linkPoll = 20;

async function startSocat(link: string, port: number, signal: AbortSignal): Promise<Result<Linked>> {
  if (existsSync(link)) return fail(makeFailure("link-failed", { link, reason: "EEXIST" }));
  const socat = spawn("socat", [`PTY,link=${link},rawer`, `TCP:${loopbackHost}:${port},nodelay`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  socat.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = `${complaint}${text}`.slice(-500);
  });
  const ended = new Promise<"missing" | "ended">((resolve) => {
    socat.once("error", () => resolve("missing"));
    socat.once("exit", () => resolve("ended"));
  });
  const state = await Promise.race([ended, untilThere(link, signal)]);
  if (state === "missing") return fail(makeFailure("socat-missing", { link }));
  const failure = (): Failure =>
    makeFailure("link-failed", { link, reason: complaint.trim().split("\n").at(-1) || "socat" });
  if (state !== "there") {
    socat.kill();
    return fail(failure());
  }
  // While somebody holds the other end, socat does not take the end of one program for the end of all.
  const held = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  let stopped = false;
  const gone = ended.then(() => closeSync(held));
  const lost = gone.then(() => (stopped ? new Promise<Failure>(() => undefined) : failure()));
  const stop = async (): Promise<void> => {
    stopped = true;
    end(socat);
    await gone;
  };
  return succeed({ lost, stop });
}

function end(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
}

async function untilThere(path: string, signal: AbortSignal): Promise<"there" | "late"> {
  for (let waited = 0; waited < linkWait && !signal.aborted; waited += linkPoll) {
    if (existsSync(path)) return "there";
    await new Promise((resolve) => setTimeout(resolve, linkPoll));
  }
  return "late";
}

function endWith(signal: AbortSignal, close: () => Promise<void>): Promise<null> {
  return new Promise((resolve) => {
    const finish = (): void => void close().then(() => resolve(null));
    if (signal.aborted) finish();
    else signal.addEventListener("abort", finish, { once: true });
  });
}
