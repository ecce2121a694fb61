// A serial port of this PC as a BytePort, through node-serialport.
import { SerialPort } from "serialport";
import type { BytePort, LineControl, LineSettings, ModemLines } from "../core/bytes/byte-port.ts";
import { PortEars } from "../core/bytes/port-ears.ts";
import { type Failure, FailureError, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";

/** `path` is a device: `/dev/ttyUSB0`, `COM3`. */
export async function openSerial(path: string, line: LineSettings): Promise<Result<BytePort>> {
  const port = new SerialPort({
    path,
    baudRate: line.baudRate,
    dataBits: line.dataBits,
    parity: line.parity,
    stopBits: line.stopBits,
    rtscts: line.flowControl === "hardware",
    xon: line.flowControl === "software",
    xoff: line.flowControl === "software",
    // Windows opens with DTR off then; on Linux and macOS the system raises it for a moment, whoever opens.
    hupcl: line.dtr,
    autoOpen: false,
  });
  const error = await new Promise<Error | null>((resolve) => port.open(resolve));
  if (error) return fail(nameOpenError(path, error));
  const opened = new SerialBytePort(port);
  if (!line.dtr || !line.rts) await opened.setLines({ dtr: line.dtr, rts: line.rts });
  return succeed(opened);
}

/** Milliseconds between two looks at whether an idle line is still there. */
const watchInterval = 500;

class SerialBytePort implements BytePort, LineControl {
  readonly name: string;
  readonly control: LineControl = this;
  readonly #port: SerialPort;
  readonly #ears = new PortEars();
  readonly #watch: NodeJS.Timeout;
  #lines: { readonly dtr: boolean; readonly rts: boolean } = { dtr: true, rts: true };

  constructor(port: SerialPort) {
    this.name = port.path;
    this.#port = port;
    port.on("data", (bytes: Buffer) => this.#ears.hear(bytes));
    port.on("close", () => this.#ears.close(this.#lost()));
    port.on("error", () => this.#ears.close(this.#lost()));
    this.#watch = setInterval(() => void this.#look(), watchInterval).unref();
    void this.#ears.closed.then(() => clearInterval(this.#watch));
  }

  /**
   * On Linux a line that hung up reads as "no bytes", and the library reads it again, for ever and without a rest
   * (unix-read.js of bindings-cpp 13), unless its poll hears of the loss first. Any other question fails with EIO.
   */
  async #look(): Promise<void> {
    try {
      await this.#port.port?.getBaudRate();
    } catch (error) {
      if (!(error instanceof Error && /Input\/output error|No such device/.test(error.message))) return;
      this.#ears.close(this.#lost());
      this.#port.close(() => undefined);
    }
  }

  get closed(): Promise<Failure | null> {
    return this.#ears.closed;
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#ears.onBytes(listener);
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#ears.isClosed) throw new FailureError(this.#lost());
    await Promise.race([
      new Promise<void>((resolve, reject) => {
        this.#port.write(bytes, (error) => {
          if (error) reject(new FailureError(this.#lost(), error));
          else this.#port.drain((late) => (late ? reject(new FailureError(this.#lost(), late)) : resolve()));
        });
      }),
      // A device that is pulled while a write waits may never call back.
      this.#ears.closed.then(() => {
        throw new FailureError(this.#lost());
      }),
    ]);
  }

  async close(): Promise<void> {
    this.#ears.close(null);
    if (!this.#port.isOpen) return;
    await new Promise<void>((resolve) => this.#port.close(() => resolve()));
  }

  setLine(line: "dtr" | "rts", isOn: boolean): Promise<boolean> {
    return this.setLines({ ...this.#lines, [line]: isOn });
  }

  /** Sets both at once, as node-serialport does: a line that is not named goes to its default. */
  setLines(lines: { readonly dtr: boolean; readonly rts: boolean }): Promise<boolean> {
    this.#lines = lines;
    return new Promise((resolve) => this.#port.set(lines, (error) => resolve(error === null || error === undefined)));
  }

  readLines(): Promise<ModemLines> {
    return new Promise((resolve) =>
      this.#port.get((error, status) =>
        resolve({
          cts: error ? null : (status?.cts ?? null),
          dsr: error ? null : (status?.dsr ?? null),
          dcd: error ? null : (status?.dcd ?? null),
          ri: null,
        }),
      ),
    );
  }

  async sendBreak(milliseconds: number): Promise<boolean> {
    const hold = (isOn: boolean): Promise<boolean> =>
      new Promise((resolve) => this.#port.set({ ...this.#lines, brk: isOn }, (error) => resolve(!error)));
    const isHeld = await hold(true);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await hold(false);
    return isHeld;
  }

  setRate(baudRate: number): Promise<boolean> {
    return new Promise((resolve) => this.#port.update({ baudRate }, (error) => resolve(!error)));
  }

  #lost(): Failure {
    return makeFailure("port-lost", { port: this.name });
  }
}

/** node-serialport passes on the system's words; these are the ones of Linux, macOS and Windows. */
function nameOpenError(port: string, error: Error): Failure {
  const reason = error.message.replace(/^Error: /, "");
  if (/ENOENT|No such file|File not found|cannot open .*no such/i.test(reason))
    return makeFailure("port-missing", { port });
  if (/EACCES|EPERM|Permission denied|Operation not permitted/i.test(reason))
    return makeFailure("port-forbidden", { port });
  if (/EBUSY|busy|Cannot lock port|Access denied|Resource temporarily unavailable/i.test(reason))
    return makeFailure("port-busy", { port });
  return makeFailure("port-unusable", { port, reason: reason.slice(0, 120) });
}
