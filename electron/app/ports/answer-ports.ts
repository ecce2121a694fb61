// What a screen asks about ports: the list, the list as it changes, a lost one that comes back, and what is wrong with one.
import { access } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Input, Output } from "../../contract/commands.ts";
import type { Handlers } from "../../contract/server.ts";
import { defaultLine, type OpenPort } from "../../core/bytes/byte-port.ts";
import { succeed } from "../../core/failures/result.ts";
import type { Returned } from "./find-returned.ts";
import { PortWatch, type PortWatchParts } from "./port-watch.ts";

export interface PortParts extends Omit<PortWatchParts, "clock"> {
  readonly examinePorts: (question: Input<"ports.examine">) => Promise<Output<"ports.examine">>;
}

type PortCommand = "ports.list" | "ports.watch" | "ports.await" | "ports.examine";

export function answerPorts(parts: PortParts & PortWatchParts & { openPort: OpenPort }): Pick<Handlers, PortCommand> {
  const watch = new PortWatch(parts);
  return {
    "ports.list": async () => succeed({ ports: await parts.listPorts() }),
    "ports.watch": async (_input, call) => {
      await watch.watch((ports) => call.emit("ports", { ports: [...ports] }), call.signal);
      return succeed({});
    },
    "ports.await": async ({ port, seconds }, call) => {
      const signal = AbortSignal.any([call.signal, AbortSignal.timeout(seconds * 1000)]);
      const lost = watch.recall(port);
      const awaitIt = isRemote(port) ? awaitServer : awaitDevice;
      const returned = await (lost === null ? awaitIt(port, parts, signal) : watch.awaitReturn(lost, signal));
      return succeed(returned ?? { port: null, isSame: false });
    },
    "ports.examine": async (input) => succeed(await parts.examinePorts(input)),
  };
}

function isRemote(port: string): boolean {
  return /^(?:tcp|rfc2217):/.test(port);
}

/** Milliseconds between two looks for a device. */
const glance = 500;

/** A device that was typed and is in no list: only its name tells that it is there again. */
async function awaitDevice(
  port: string,
  { clock }: { readonly clock: PortWatchParts["clock"] },
  signal: AbortSignal,
): Promise<Returned | null> {
  while (!signal.aborted && isAbsolute(port)) {
    const isThere = await access(port).then(
      () => true,
      () => false,
    );
    if (isThere) return { port, isSame: false };
    await clock.delay(glance, signal).catch(() => undefined);
  }
  return null;
}

/** Milliseconds between two knocks at a device server. */
const rest = 1500;

/** A device server gives no sign: it is asked for a connection, with DTR and RTS left alone, until it gives one. */
async function awaitServer(
  port: string,
  { openPort, clock }: { readonly openPort: OpenPort; readonly clock: PortWatchParts["clock"] },
  signal: AbortSignal,
): Promise<Returned | null> {
  while (!signal.aborted) {
    const opened = await openPort(port, { ...defaultLine, dtr: false, rts: false }, signal);
    if (opened.ok) {
      await opened.value.close();
      return { port, isSame: true };
    }
    await clock.delay(rest, signal).catch(() => undefined);
  }
  return null;
}
