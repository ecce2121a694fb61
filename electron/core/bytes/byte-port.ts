// A BytePort is one open line to a terminal: bytes out, bytes in, and the news that it closed.
//
//   write(bytes) -->  [ port ]  --> the terminal
//   onBytes(...) <--  [      ]  <-- the terminal
//
// Serial ports, TCP and the simulator implement it; one suite (tests/contracts/byte-port-suite.ts) holds for all.
import type { Failure } from "../failures/failure.ts";
import type { Result } from "../failures/result.ts";

export interface BytePort {
  /** What the person chose, as they wrote it: `/dev/ttyUSB0`, `tcp:127.0.0.1:4001`, `demo:linux`. */
  readonly name: string;

  /**
   * Sends bytes and resolves when they have left for the line. Writes keep their order.
   * Rejects with a FailureError (`port-lost`) when the line is gone or the port is closed.
   */
  write(bytes: Uint8Array): Promise<void>;

  /** Hears every byte that arrives from now on, in any chunking, until the returned function is called. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;

  /** Resolves once, with the reason when the line was lost and null when `close` was called. No bytes follow it. */
  readonly closed: Promise<Failure | null>;

  /** Lets go of the port; it can be opened again when this resolves. Safe to call twice, and after a loss. */
  close(): Promise<void>;

  /** The wires besides the data, where the line has them. */
  readonly control?: LineControl;
}

/** What the other side drives; null: not known. */
export interface ModemLines {
  readonly cts: boolean | null;
  readonly dsr: boolean | null;
  readonly ri: boolean | null;
  readonly dcd: boolean | null;
}

export interface LineControl {
  /** False when nobody confirmed it: a pseudo-terminal has no such wires. */
  setLine(line: "dtr" | "rts", isOn: boolean): Promise<boolean>;
  readLines(): Promise<ModemLines>;
  /** Only when a person asks for it: Linux takes the byte after a BREAK as SysRq. False when nobody confirmed it. */
  sendBreak(milliseconds: number): Promise<boolean>;
  /** Bits a second from now on, without letting go of the port. Absent where the line has no rate. */
  setRate?(baudRate: number): Promise<boolean>;
}

export interface LineSettings {
  /** Bits a second. */
  readonly baudRate: number;
  readonly dataBits: 5 | 6 | 7 | 8;
  readonly parity: "none" | "even" | "odd" | "mark" | "space";
  readonly stopBits: 1 | 1.5 | 2;
  readonly flowControl: "none" | "hardware" | "software";
  /** Whether the line is held on while the port is open. Some terminals restart when DTR goes on. */
  readonly dtr: boolean;
  readonly rts: boolean;
}

export const defaultLine: LineSettings = {
  baudRate: 115200,
  dataBits: 8,
  parity: "none",
  stopBits: 1,
  flowControl: "none",
  dtr: true,
  rts: true,
};

/** Opens a port by the name a person chose. Expected failures: `port-missing`, `port-busy`, `port-forbidden`, ... */
export type OpenPort = (name: string, line: LineSettings, signal: AbortSignal) => Promise<Result<BytePort>>;
