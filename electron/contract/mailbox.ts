/** The receiving end of a link: keeps what came before somebody listens, and tells of the close once. */
export class Mailbox {
  #listener: ((message: unknown) => void) | null = null;
  #waiting: unknown[] = [];
  #closers: (() => void)[] = [];
  #isClosed = false;

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Never in the sender's own call, as on a real wire. */
  deliver(message: unknown): void {
    if (this.#isClosed) return;
    this.#waiting.push(message);
    void Promise.resolve().then(() => this.#flush());
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#listener = listener;
    this.#flush();
  }

  onClose(listener: () => void): void {
    if (this.#isClosed) listener();
    else this.#closers.push(listener);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // A request heard after the close would run with nobody to stop it.
    this.#waiting = [];
    for (const closer of this.#closers) closer();
  }

  #flush(): void {
    while (this.#listener && this.#waiting.length > 0) this.#listener(this.#waiting.shift());
  }
}
