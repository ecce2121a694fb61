// The rate of a line, by evidence (line-evidence.ts):
//
//   listen at every rate --nothing readable--> CR at every rate --> the rate, and the port at that rate
//
// The rate that was asked for comes first. Who talks unreadably may be starting: it is listened to at length, and hears
// nothing until it is silent. Only CR is ever sent here, and no credential: whoever is found is signed in to once, later.
import { binaryToBytes } from "../bytes/binary-text.ts";
import type { BytePort } from "../bytes/byte-port.ts";
import type { Clock } from "../bytes/surroundings.ts";
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { countdownTick, isBootText } from "./boot.ts";
import type { Dialect } from "./dialect.ts";
import type { Task } from "./task.ts";
import { Ear } from "./ear.ts";
import { chooseRate, conclusive, type HeardAt, hopeless, weighHeard } from "./line-evidence.ts";
import { probeOrder, probes } from "./probes.ts";

/** The likeliest first: what consoles, Prolin's bridge, modems and older terminals come with. */
export const usualRates = [115_200, 9600, 38_400, 57_600, 19_200, 230_400, 921_600] as const;

/** Times that a talker nobody can read is listened to at every rate. */
const rounds = 3;

export interface FoundRate {
  readonly baudRate: number;
  /** The same port at that rate, which says again what was heard at it. */
  readonly port: BytePort;
}

export interface RateOptions extends Task {
  readonly clock: Clock;
  /** The rate that was asked for. */
  readonly baudRate: number;
}

/** Failures: `rate-unknown` when somebody talks at no rate that is known. A silent line is handed back at the rate asked for. */
export async function findRate(
  port: BytePort,
  dialects: readonly Dialect[],
  options: RateOptions,
): Promise<Result<FoundRate>> {
  const setRate = port.control?.setRate?.bind(port.control);
  // A device server's raw port or a pipe has no rate.
  if (setRate === undefined) return succeed({ baudRate: options.baudRate, port });
  options.onStage("finding-rate");
  const scan = new Scan(new Ear(port, options.clock), { setRate, dialects, options });
  const found = (await scan.listen()) ?? (await scan.knock());
  if (found === null && scan.hasHeard) {
    scan.ear.stop();
    return fail(makeFailure("rate-unknown", { port: port.name }));
  }
  const { rate, heard } = found ?? { rate: options.baudRate, heard: "" };
  if (!(await setRate(rate))) {
    scan.ear.stop();
    return fail(makeFailure("port-unusable", { port: port.name, reason: String(rate) }));
  }
  scan.ear.keep(heard);
  return succeed({ baudRate: rate, port: scan.ear.handOn() });
}

interface ScanParts {
  readonly setRate: (rate: number) => Promise<boolean>;
  readonly dialects: readonly Dialect[];
  readonly options: RateOptions;
}

class Scan {
  readonly ear: Ear;
  readonly #parts: ScanParts;
  readonly #rates: readonly number[];
  /** What was heard at each rate, over all rounds. */
  readonly #heard = new Map<number, string>();

  constructor(ear: Ear, parts: ScanParts) {
    this.ear = ear;
    this.#parts = parts;
    this.#rates = [...new Set<number>([parts.options.baudRate, ...usualRates])];
  }

  get hasHeard(): boolean {
    return [...this.#heard.keys()].some((rate) => this.#hasHeardAt(rate));
  }

  /** Sends nothing. At a wrong rate a countdown may be no bytes at all: it gets its second at every one. */
  async listen(): Promise<HeardAt | null> {
    for (let round = 0; round < rounds; round++) {
      for (const rate of this.#rates) {
        const found = await this.#try(rate, countdownTick, null);
        if (found !== null) return found;
      }
      const chosen = this.#choose();
      if (chosen !== null || !this.hasHeard) return chosen;
    }
    return null;
  }

  /** Where an unreadable talker does not fall silent, nothing is sent. */
  async knock(): Promise<HeardAt | null> {
    const { signal } = this.#parts.options;
    if (this.hasHeard && !(await this.ear.waitForQuiet(10_000, { within: 20_000, signal }))) return null;
    const sent = probeOrder.filter((name) => probes[name].whileScanning);
    for (const rate of this.#rates) {
      for (const name of sent) {
        const { within, bytes } = probes[name];
        const found = await this.#try(rate, within, bytes);
        if (found !== null) return found;
        // What was sent at other rates may have been typed before it: the next answer is without that.
        const again = this.#hasHeardAt(rate) ? await this.#try(rate, within, bytes) : null;
        if (again !== null) return again;
      }
    }
    return this.#choose();
  }

  async #try(rate: number, within: number, send: string | null): Promise<HeardAt | null> {
    const { setRate, dialects, options } = this.#parts;
    if (!(await setRate(rate))) return null;
    this.ear.keep("");
    if (send !== null) await this.ear.port.write(binaryToBytes(send));
    const look = (heard: string): "clear" | "noise" | null => {
      const bits = weighHeard(heard, dialects);
      return bits >= conclusive || isBootText(heard) ? "clear" : bits <= hopeless ? "noise" : null;
    };
    const seen = await this.ear.until(look, { step: "rate", within, signal: options.signal });
    const { heard } = this.ear;
    if (seen === "clear") return { rate, heard };
    const before = send === null ? (this.#heard.get(rate) ?? "") : "";
    this.#heard.set(rate, (before + heard).slice(-4096));
    return null;
  }

  #hasHeardAt(rate: number): boolean {
    return (this.#heard.get(rate) ?? "").trim() !== "";
  }

  #choose(): HeardAt | null {
    const heard = [...this.#heard].map(([rate, text]) => ({ rate, heard: text }));
    const rate = chooseRate(heard, this.#parts.dialects);
    return rate === null ? null : { rate, heard: this.#heard.get(rate) ?? "" };
  }
}
