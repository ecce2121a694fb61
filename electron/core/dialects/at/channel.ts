// One command at a time on a modem's line:
//
//   ask(command) -> queue -> "command\r" --> lines: echo | unasked | the command's own | final
//                                            final -> answer; the next in the queue begins
//
// A command may take minutes. One that was stopped or that took too long still owes its end, and the next waits for that:
// a late answer never becomes another command's. A lost line rejects; silence and refusals are results.
import type { BytePort } from "../../bytes/byte-port.ts";
import { binaryToBytes, bytesToBinary } from "../../bytes/binary-text.ts";
import type { Clock } from "../../bytes/surroundings.ts";
import { FailureError, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { AtLineFramer } from "../../frames/at-lines.ts";
import { Bell } from "../bell.ts";
import type { ModemError } from "./errors.ts";
import { belongsTo, type Final, readFinal, type Shape } from "./lines.ts";

export interface Command {
  /** Without `\r`; every value in it has passed the encoder. */
  readonly text: string;
  readonly shape: Shape;
  /** Milliseconds. */
  readonly within: number;
  /** What a failure calls it, where the text must not be quoted. */
  readonly step?: string;
}

export type Answer =
  | { readonly kind: "ok"; readonly lines: readonly string[] }
  | { readonly kind: "error"; readonly lines: readonly string[]; readonly error: ModemError };

/** Lines kept of one answer, and of what came unasked. */
const mostLines = 256;
/** Milliseconds that an end which is owed is waited for, beyond its own time. */
const grace = 2000;

export class AtChannel {
  readonly port: BytePort;
  /** What came unasked, oldest first. */
  readonly unasked: string[] = [];
  /** Whether a command has come back as it was sent. */
  echoes = false;
  readonly #clock: Clock;
  readonly #bell: Bell;
  readonly #framer = new AtLineFramer();
  #tail: Promise<unknown> = Promise.resolve();
  #current: { readonly command: Command; readonly lines: string[]; final: Final | null } | null = null;
  /** Until when an end is owed by what was stopped; null: by nobody. */
  #owedUntil: number | null = null;
  #lost: FailureError | null = null;

  constructor(port: BytePort, clock: Clock) {
    this.port = port;
    this.#clock = clock;
    this.#bell = new Bell(clock);
    port.onBytes((bytes) => this.#hear(bytesToBinary(bytes)));
    void port.closed.then((failure) => {
      this.#lost = new FailureError(failure ?? makeFailure("port-lost", { port: port.name }));
      this.#bell.ring();
    });
  }

  /** Failures: `timed-out`, with the step. Rejects with `cancelled` and `port-lost`. */
  ask(command: Command, signal: AbortSignal): Promise<Result<Answer>> {
    const turn = this.#tail.then(() => this.#ask(command, signal));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Whether anybody answers OK; unlike `ask`, silence leaves nothing owed, since nobody may be there. */
  async call(
    text: string,
    { within, signal }: { readonly within: number; readonly signal: AbortSignal },
  ): Promise<boolean> {
    const answer = await this.#ask({ text, shape: null, within }, signal);
    this.#owedUntil = null;
    return answer.ok && answer.value.kind === "ok";
  }

  async #ask(command: Command, signal: AbortSignal): Promise<Result<Answer>> {
    const step = command.step ?? command.text;
    await this.#settle(signal);
    const current = { command, lines: [] as string[], final: null as Final | null };
    this.#current = current;
    const deadline = this.#clock.now() + command.within;
    try {
      await this.#write(`${command.text}\r`);
      const final = await this.#until(() => current.final, { step, within: command.within, signal });
      if (final === null) return fail(timedOut(step, command.within));
      return succeed(final.kind === "ok" ? { kind: "ok", lines: current.lines } : { ...final, lines: current.lines });
    } finally {
      this.#current = null;
      if (current.final === null) this.#owedUntil = deadline + grace;
    }
  }

  /** Waits for the end of what was given up. A modem that has not ended it by then has restarted or was never asked. */
  async #settle(signal: AbortSignal): Promise<void> {
    if (this.#owedUntil === null) return;
    const within = Math.max(1, this.#owedUntil - this.#clock.now());
    await this.#until(() => (this.#owedUntil === null ? true : null), { step: "settle", within, signal });
    this.#owedUntil = null;
  }

  async #write(binary: string): Promise<void> {
    if (this.#lost) throw this.#lost;
    await this.port.write(binaryToBytes(binary));
  }

  #until<Found>(look: () => Found | null, terms: Parameters<Bell["until"]>[1]): Promise<Found | null> {
    return this.#bell.until(() => {
      const found = look();
      if (found === null && this.#lost) throw this.#lost;
      return found;
    }, terms);
  }

  #hear(binary: string): void {
    for (const frame of this.#framer.push(binary)) if (frame.kind === "line") this.#take(frame.text);
    this.#bell.ring();
  }

  #take(line: string): void {
    const current = this.#current;
    if (current !== null && current.final === null) {
      if (line === current.command.text.trim()) {
        this.echoes = true;
        return;
      }
      current.final = readFinal(line);
      if (current.final !== null) return;
      if (belongsTo(line, current.command.shape)) {
        if (current.lines.length < mostLines) current.lines.push(line);
        return;
      }
    } else if (readFinal(line) !== null) {
      this.#owedUntil = null;
      return;
    }
    this.unasked.push(line);
    if (this.unasked.length > mostLines) this.unasked.shift();
  }
}

function timedOut(step: string, within: number) {
  return makeFailure("timed-out", { step, seconds: Math.round(within / 1000) });
}
