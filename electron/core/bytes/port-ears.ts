/** The listening half of a BytePort: hands bytes on, keeps the first ones until somebody listens, closes once. */
import type { Failure } from "../failures/failure.ts";

/** Bytes kept for the first listener; a device server's banner may come before anybody listens. */
const earlyLimit = 64 * 1024;

export class PortEars {
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #early: Uint8Array[] | null = [];
  #earlySize = 0;
  #settle: (failure: Failure | null) => void = () => undefined;
  #isClosed = false;
  readonly closed: Promise<Failure | null>;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    const early = this.#early ?? [];
    this.#early = null;
    for (const bytes of early) listener(bytes);
    return () => this.#listeners.delete(listener);
  }

  /** Bytes that come after the close are dropped: a closed port says nothing any more. */
  hear(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    if (this.#early && this.#earlySize < earlyLimit) {
      this.#early.push(bytes);
      this.#earlySize += bytes.length;
    }
    for (const listener of [...this.#listeners]) listener(bytes);
  }

  close(failure: Failure | null): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    this.#settle(failure);
  }
}
