// A simulated terminal for other programs: on a TCP port, or through socat on a pseudo-terminal. It lives on between
// connections, as a terminal does when its cable is pulled and put back.
//
//   terminal <--> TCP server <--> whoever connects        --listen HOST:PORT
//   terminal <--> TCP server <--> socat <--> PTY           --link PATH
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { type Failure, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { createTerminal, type Terminal } from "./terminal.ts";

export type Place = { readonly listen: { readonly host: string; readonly port: number } } | { readonly link: string };

export interface ServedTerminal {
  /** Where it answers: `127.0.0.1:4001`, or the pseudo-terminal's path. */
  readonly place: string;
  readonly close: () => Promise<void>;
}

/** `name` as in the catalogue. Failures: `port-missing`, `socat-missing`, `address-unusable`. */
export async function serveTerminal(
  name: string,
  place: Place,
  surroundings: Surroundings,
): Promise<Result<ServedTerminal>> {
  const terminal = await createTerminal(name, surroundings);
  if (!terminal.ok) return terminal;
  const server = createServer({ noDelay: true }, (client) => joinClient(terminal.value, client));
  const wanted = "listen" in place ? place.listen : { host: "127.0.0.1", port: 0 };
  const refused = await listen(server, wanted);
  if (refused) return fail(refused);
  const { address, port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    terminal.value.unplug();
    terminal.value.powerOff();
    server.close();
    await Promise.resolve();
  };
  if ("listen" in place)
    return succeed({ place: `${address.includes(":") ? `[${address}]` : address}:${port}`, close });
  return linkPseudoTerminal(place.link, port, close);
}

/** The latest client has the terminal; the one before is cut off, as when a cable goes to another PC. */
function joinClient(terminal: Terminal, client: Socket): void {
  terminal.unplug();
  const port = terminal.connect();
  client.on("error", () => client.destroy());
  if (!port.ok) {
    client.destroy();
    return;
  }
  port.value.onBytes((bytes) => client.write(bytes));
  client.on("data", (bytes: Buffer) => void port.value.write(bytes).catch(() => client.destroy()));
  client.on("close", () => void port.value.close());
  void port.value.closed.then(() => client.destroy());
}

async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Failure | null> {
  server.listen(port, host);
  try {
    await once(server, "listening");
    return null;
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    return makeFailure("address-unusable", { address: `${host}:${port}`, reason: code });
  }
}

async function linkPseudoTerminal(
  path: string,
  port: number,
  close: () => Promise<void>,
): Promise<Result<ServedTerminal>> {
  const socat = spawn("socat", [`PTY,link=${path},rawer,wait-slave`, `TCP:127.0.0.1:${port},nodelay`], {
    stdio: "ignore",
  });
  const failure = await waitForLink(socat, path);
  if (failure) {
    await close();
    return fail(failure);
  }
  return succeed({
    place: path,
    close: async () => {
      socat.kill();
      await close();
    },
  });
}

async function waitForLink(socat: ChildProcess, path: string): Promise<Failure | null> {
  let failure: Failure | null = null;
  socat.once("error", () => {
    failure = makeFailure("socat-missing");
  });
  socat.once("exit", (status) => {
    failure ??= makeFailure("address-unusable", { address: path, reason: `socat ${status ?? "?"}` });
  });
  for (let tries = 0; tries < 50 && failure === null; tries++) {
    if (existsSync(path)) return null;
    await delay(40);
  }
  return failure ?? makeFailure("address-unusable", { address: path, reason: "socat" });
}
