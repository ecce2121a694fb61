// The host's end of the line to a simulated terminal.
import type { BytePort, LineControl } from "../core/bytes/byte-port.ts";
import { FailureError, makeFailure, type Failure } from "../core/failures/failure.ts";

export interface TerminalSide {
  send(bytes: Uint8Array): Promise<void>;
  release(): void;
}

export class TerminalPort implements BytePort {
  readonly name: string;
  readonly closed: Promise<Failure | null>;
  /** Where the line has wires that matter. */
  control?: LineControl;
  readonly #terminal: TerminalSide;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #settle: (why: Failure | null) => void = () => undefined;
  #open = true;
  #waiting: Uint8Array[] = [];

  constructor(name: string, terminal: TerminalSide) {
    this.name = name;
    this.#terminal = terminal;
    this.closed = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (!this.#open) throw new FailureError(makeFailure("port-lost", { port: this.name }));
    await this.#terminal.send(Uint8Array.from(bytes));
    if (!this.#open) throw new FailureError(makeFailure("port-lost", { port: this.name }));
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#end(null);
  }

  /** The cable is gone. */
  lose(): void {
    this.#end(makeFailure("port-lost", { port: this.name }));
  }

  /** Bytes from the terminal; those of one moment arrive together, never within the write that caused them. */
  deliver(bytes: Uint8Array): void {
    if (!this.#open || bytes.length === 0) return;
    this.#waiting.push(bytes);
    if (this.#waiting.length === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const bytes = new Uint8Array(Buffer.concat(this.#waiting));
    this.#waiting = [];
    if (!this.#open) return;
    // Who begins to listen now does not hear these bytes.
    const hearing = [...this.#listeners];
    for (const listener of hearing) listener(bytes);
  }

  #end(why: Failure | null): void {
    if (!this.#open) return;
    // What had arrived before the end is heard before it.
    if (this.#waiting.length > 0) this.#flush();
    this.#open = false;
    this.#listeners.clear();
    this.#terminal.release();
    this.#settle(why);
  }
}
