// Two links joined in one process. Every message goes through JSON, so that what works here works on a wire.
import type { Link } from "./link.ts";

export function createLoopback(): readonly [Link, Link] {
  const left = new Mailbox();
  const right = new Mailbox();
  const close = (): void => {
    left.close();
    right.close();
  };
  return [connect(left, right, close), connect(right, left, close)];
}

function connect(own: Mailbox, other: Mailbox, close: () => void): Link {
  return {
    send: (message) => other.deliver(JSON.stringify(message)),
    onMessage: (listener) => own.onMessage(listener),
    onClose: (listener) => own.onClose(listener),
    close,
  };
}

class Mailbox {
  #listener: ((message: unknown) => void) | null = null;
  #waiting: string[] = [];
  #closers: (() => void)[] = [];
  #isClosed = false;

  /** Never in the sender's own call, as on a real wire. */
  deliver(json: string): void {
    if (this.#isClosed) return;
    this.#waiting.push(json);
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
    while (this.#listener && this.#waiting.length > 0) this.#listener(JSON.parse(this.#waiting.shift() ?? "null"));
  }
}
