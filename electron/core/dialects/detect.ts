// Whose terminal hangs on a line:
//
//   listen --> probe, wait --> next probe ... --> again, until somebody is recognised or the patience is over
//
// Nothing is sent while boot text is heard: that alone is recognised, and connecting knows how to wait. Only the probes
// that some family asks for are sent, in the order of probes.ts. What was heard is handed on with the port, so that the
// dialect sees a prompt or boot text that has already passed.
import { binaryToBytes, bytesToBinary } from "../bytes/binary-text.ts";
import type { BytePort } from "../bytes/byte-port.ts";
import type { Clock } from "../bytes/surroundings.ts";
import { type Failure, makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import type { Description } from "./description.ts";
import type { Dialect, Task } from "./dialect.ts";
import { Bell } from "./bell.ts";
import { isGarbage, quoteHeard } from "./linux-console/prompts.ts";
import { probeOrder, probes } from "./probes.ts";

/** Milliseconds of listening before the first byte is sent. */
const listening = 300;
/** Characters kept; whoever says more has said enough to be recognised by. */
const heardLimit = 64 * 1024;

export interface Detected {
  readonly dialect: Dialect;
  /** The same port, which says again what was heard meanwhile. */
  readonly port: BytePort;
}

export interface DetectOptions extends Task {
  readonly clock: Clock;
  /** Milliseconds that a terminal may take to answer at all. */
  readonly patience: number;
  /** Quoted in failures only. */
  readonly baudRate: number;
  /** Terminals that are described as data. */
  readonly descriptions?: readonly Description[];
}

/** Failures: `no-answer`, `line-garbled`, `family-unknown` with what was heard. Rejects when the line is lost. */
export async function detect(
  port: BytePort,
  dialects: readonly Dialect[],
  options: DetectOptions,
): Promise<Result<Detected>> {
  const ear = new Ear(port, options.clock);
  const wanted = probeOrder.filter((name) => dialects.some(({ signs }) => signs.probe === name));
  const deadline = options.clock.now() + options.patience;
  const listen = (within: number): Promise<Dialect | null> =>
    ear.until((heard) => dialects.find(({ signs }) => signs.recognizes(heard, options.descriptions)) ?? null, {
      step: "detect",
      within: Math.max(0, Math.min(within, deadline - options.clock.now())),
      signal: options.signal,
    });
  options.onStage("listening");
  let found = await listen(listening);
  if (!found) options.onStage("waking");
  while (!found && options.clock.now() < deadline) {
    for (const name of wanted) {
      if (found || options.clock.now() >= deadline) break;
      await port.write(binaryToBytes(probes[name].bytes));
      found = await listen(probes[name].within);
    }
  }
  if (found) return succeed({ dialect: found, port: ear.handOn() });
  ear.stop();
  return fail(nameSilence(port.name, ear.heard, options.baudRate));
}

function nameSilence(port: string, heard: string, baud: number): Failure {
  if (heard.trim() === "") return makeFailure("no-answer", { port });
  if (isGarbage(heard)) return makeFailure("line-garbled", { port, baud });
  return makeFailure("family-unknown", { port, heard: quoteHeard(heard) });
}

/** Hears a port, and hands it on as if nobody had listened yet. */
class Ear {
  heard = "";
  readonly #port: BytePort;
  readonly #bell: Bell;
  readonly #off: () => void;
  #isClosed = false;

  constructor(port: BytePort, clock: Clock) {
    this.#port = port;
    this.#bell = new Bell(clock);
    this.#off = port.onBytes((bytes) => {
      this.heard = (this.heard + bytesToBinary(bytes)).slice(-heardLimit);
      this.#bell.ring();
    });
    void port.closed.then(() => {
      this.#isClosed = true;
      this.#bell.ring();
    });
  }

  /** As a Bell's; a line that is lost shows at the next write. */
  async until<Found>(
    look: (heard: string) => Found | null,
    terms: Parameters<Bell["until"]>[1],
  ): Promise<Found | null> {
    const seen = await this.#bell.until(() => look(this.heard) ?? (this.#isClosed ? "lost" : null), terms);
    return seen === "lost" ? null : seen;
  }

  stop(): void {
    this.#off();
  }

  handOn(): BytePort {
    this.#off();
    const port = this.#port;
    let said = this.heard;
    return {
      name: port.name,
      closed: port.closed,
      write: (bytes) => port.write(bytes),
      close: () => port.close(),
      onBytes: (listener) => {
        const early = said;
        said = "";
        const off = port.onBytes(listener);
        if (early !== "") listener(binaryToBytes(early));
        return off;
      },
    };
  }
}
