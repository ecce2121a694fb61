/** Hears a port before it is known who is there, and hands it on as if nobody had listened yet. */
import { binaryToBytes, bytesToBinary } from "../bytes/binary-text.ts";
import type { BytePort } from "../bytes/byte-port.ts";
import type { Clock } from "../bytes/surroundings.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";
import { Bell, type Terms } from "./bell.ts";
import type { HeardLine } from "./boot.ts";

/** Characters kept; whoever says more has said enough to be recognised by. */
const heardLimit = 64 * 1024;

export class Ear implements HeardLine {
  readonly port: BytePort;
  readonly clock: Clock;
  readonly #bell: Bell;
  readonly #off: () => void;
  #heard = "";
  #lastHeardAt: number;
  #isClosed = false;

  constructor(port: BytePort, clock: Clock) {
    this.port = port;
    this.clock = clock;
    this.#bell = new Bell(clock);
    this.#lastHeardAt = clock.now();
    this.#off = port.onBytes((bytes) => {
      this.#heard = (this.#heard + bytesToBinary(bytes)).slice(-heardLimit);
      this.#lastHeardAt = clock.now();
      this.#bell.ring();
    });
    void port.closed.then(() => {
      this.#isClosed = true;
      this.#bell.ring();
    });
  }

  /** One character per byte, as it came. */
  get heard(): string {
    return this.#heard;
  }

  /** Milliseconds since the last byte. */
  get quietFor(): number {
    return this.clock.now() - this.#lastHeardAt;
  }

  /** From here on only this counts as heard. */
  keep(heard: string): void {
    this.#heard = heard;
  }

  /** As a Bell's; a line that is lost shows at the next write. */
  async until<Found>(look: (heard: string) => Found | null, terms: Terms): Promise<Found | null> {
    const seen = await this.#bell.until(() => look(this.#heard) ?? (this.#isClosed ? "lost" : null), terms);
    return seen === "lost" ? null : seen;
  }

  async waitForQuiet(quiet: number, wait: { readonly within: number; readonly signal: AbortSignal }): Promise<boolean> {
    const deadline = this.clock.now() + wait.within;
    for (;;) {
      if (wait.signal.aborted) throw new FailureError(makeFailure("cancelled"));
      const heardAt = this.#lastHeardAt;
      const missing = quiet - this.quietFor;
      if (missing <= 0 || this.#isClosed) return true;
      if (this.clock.now() + missing > deadline) return false;
      const look = (): true | null => (this.#lastHeardAt === heardAt ? null : true);
      await this.until(look, { step: "quiet", within: missing, signal: wait.signal });
    }
  }

  stop(): void {
    this.#off();
  }

  /** The same port, which says again what was heard meanwhile. */
  handOn(): BytePort {
    this.#off();
    const { port } = this;
    let said = this.#heard;
    const onBytes = (listener: (bytes: Uint8Array) => void): (() => void) => {
      const early = said;
      said = "";
      const off = port.onBytes(listener);
      if (early !== "") listener(binaryToBytes(early));
      return off;
    };
    return {
      name: port.name,
      closed: port.closed,
      write: (bytes) => port.write(bytes),
      close: () => port.close(),
      onBytes,
      ...(port.control === undefined ? {} : { control: port.control }),
    };
  }
}
