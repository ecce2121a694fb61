// A serial cable between a client and a console: as slow as its baud rate, and as bad as it is told to be.
// Pseudo-terminals and TCP ignore baud rates, so every claim about time is made through this.
//
//   client <--> [ faults, pace ] <--> console's TCP port
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { createFaultInjector, type FaultInjector, type LineFault, type RandomFaults } from "./line-faults.ts";
import { type Lane, startLane } from "./paced-lane.ts";
import { type PseudoTerminal, presentAsPseudoTerminal } from "./pseudo-terminal.ts";
import { listen } from "./wire-relay.ts";

export type Direction = "toTerminal" | "toClient";

export interface DirectionOptions {
  readonly faults?: readonly LineFault[];
  readonly randomFaults?: RandomFaults;
}

export interface PacedLineOptions {
  /** The console's TCP port on 127.0.0.1. */
  readonly targetPort: number;
  /** Bits a second; ten bits make a byte. Default 115200. */
  readonly baudRate?: number;
  /** Milliseconds that every byte takes besides, one way. Default 0. */
  readonly delay?: number;
  readonly toTerminal?: DirectionOptions;
  readonly toClient?: DirectionOptions;
}

export interface PacedLine {
  readonly host: string;
  readonly port: number;
  presentAsDevice(): Promise<PseudoTerminal>;
  /** Adds a fault; `at` counts from the byte that passes next in that direction. */
  injectFault(direction: Direction, fault: LineFault): void;
  /** What is under way and what follows comes so many milliseconds later. */
  holdUp(direction: Direction, milliseconds: number): void;
  /** Bytes sent into the line so far, over all connections. */
  countBytes(direction: Direction): number;
  /** Pulls the cable at once. */
  disconnect(): void;
  close(): Promise<void>;
}

interface Way {
  readonly injector: FaultInjector;
  freeFrom: number;
}

type Ways = Readonly<Record<Direction, Way>>;

export async function startPacedLine(options: PacedLineOptions): Promise<PacedLine> {
  const ways: Ways = { toTerminal: openWay(options.toTerminal), toClient: openWay(options.toClient) };
  const connections = new Set<() => void>();
  const devices: PseudoTerminal[] = [];
  const server = createServer({ noDelay: true }, (client) => {
    const drop = joinEnds(client, options, ways);
    connections.add(drop);
    client.once("close", () => connections.delete(drop));
  });
  const port = await listen(server);
  function disconnect(): void {
    for (const drop of connections) drop();
  }
  return {
    host: "127.0.0.1",
    port,
    async presentAsDevice() {
      const device = await presentAsPseudoTerminal(port);
      devices.push(device);
      return device;
    },
    injectFault: (direction, fault) => ways[direction].injector.add(fault),
    holdUp(direction, milliseconds) {
      ways[direction].freeFrom = performance.now() + milliseconds;
    },
    countBytes: (direction) => ways[direction].injector.countPassed(),
    disconnect,
    async close() {
      await Promise.all(devices.map((device) => device.close()));
      const closed = once(server, "close");
      server.close();
      disconnect();
      await closed;
    },
  };
}

function openWay(options: DirectionOptions = {}): Way {
  return { injector: createFaultInjector(options.faults, options.randomFaults), freeFrom: 0 };
}

/** Joins a client to the console; returns what cuts them apart. */
function joinEnds(client: Socket, options: PacedLineOptions, ways: Ways): () => void {
  const terminal = connect({ host: "127.0.0.1", port: options.targetPort, noDelay: true });
  const lanes = [
    carry({ from: client, to: terminal, options, way: ways.toTerminal, drop }),
    carry({ from: terminal, to: client, options, way: ways.toClient, drop }),
  ];
  function drop(): void {
    for (const lane of lanes) lane.stop();
    client.destroy();
    terminal.destroy();
  }
  return drop;
}

interface Carriage {
  readonly from: Socket;
  readonly to: Socket;
  readonly options: PacedLineOptions;
  readonly way: Way;
  readonly drop: () => void;
}

function carry({ from, to, options, way, drop }: Carriage): Lane {
  const lane = startLane({
    baudRate: options.baudRate ?? 115_200,
    delay: options.delay ?? 0,
    freeFrom: () => way.freeFrom,
    deliver: (bytes) => void to.write(bytes),
    onFull: (full) => void (full ? from.pause() : from.resume()),
  });
  from.on("data", (chunk: Buffer) => {
    const damaged = way.injector.damage(chunk);
    if (damaged.bytes.length > 0) lane.push(damaged.bytes);
    if (damaged.cut) void lane.untilEmpty().then(drop);
  });
  from.on("error", drop);
  // What was sent before the end still arrives, as a closing serial port drains.
  from.on("end", () => void lane.untilEmpty().then(() => to.end()));
  from.on("close", () => void lane.untilEmpty().then(() => to.end()));
  return lane;
}
