// The terminal's end of the bridge: takes streams, refuses what it has no service for, keeps to one WRTE under way.
import {
  type AdbMessage,
  AdbMessageFramer,
  adbPayloadLimit,
  adbVersion,
  printAdbMessage,
} from "../../core/frames/adb-message.ts";

/** One stream as a service sees it. */
export interface DeviceStream {
  /** The next piece; null when the host has closed. */
  read(): Promise<string | null>;
  /** False when the host has closed. */
  write(text: string): Promise<boolean>;
  readonly isOpen: () => boolean;
}

export type DeviceService = (stream: DeviceStream, service: string) => Promise<void>;

/** Null: there is no such service. */
export type FindService = (name: string) => DeviceService | null;

export class DeviceLink {
  readonly #say: (binary: string) => void;
  readonly #find: FindService;
  readonly #state: () => string;
  readonly #streams = new Map<number, Stream>();
  #framer = new AdbMessageFramer();
  #greeted = false;
  #lastId = 0;

  constructor(say: (binary: string) => void, find: FindService, state: () => string) {
    this.#say = say;
    this.#find = find;
    this.#state = state;
  }

  hear(binary: string): void {
    for (const frame of this.#framer.push(binary)) {
      // Damage is dropped without a word: the host is left waiting, as on a real line.
      if (frame.kind === "message") this.#take(frame);
    }
  }

  /** The terminal restarts, or the cable is out. */
  reset(): void {
    this.#framer = new AdbMessageFramer();
    this.#greeted = false;
    for (const stream of this.#streams.values()) stream.end();
    this.#streams.clear();
  }

  #take(message: AdbMessage): void {
    if (message.command === "CNXN") {
      for (const stream of this.#streams.values()) stream.end();
      this.#streams.clear();
      this.#greeted = true;
      this.#send({ command: "CNXN", arg0: adbVersion, arg1: adbPayloadLimit, payload: `${this.#state()}::\0` });
      return;
    }
    if (!this.#greeted) return;
    const stream = this.#streams.get(message.arg1);
    switch (message.command) {
      case "OPEN":
        this.#open(message.arg0, message.payload.replace(/\0$/, ""));
        break;
      case "WRTE":
        if (stream) stream.hear(message.payload);
        else this.#send(close(0, message.arg0));
        break;
      case "OKAY":
        stream?.acknowledge();
        break;
      case "CLSE":
        // A close is answered by one: the public client that is used with real units waits for it.
        if (stream) this.#send(close(message.arg1, stream.remote));
        stream?.end();
        this.#streams.delete(message.arg1);
        break;
      case "AUTH":
        break;
    }
  }

  #open(remote: number, name: string): void {
    const service = this.#find(name);
    if (!service) {
      this.#send(close(0, remote));
      return;
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const stream = new Stream(
      remote,
      (payload) => this.#send({ command: "WRTE", arg0: id, arg1: remote, payload }),
      () => this.#send({ command: "OKAY", arg0: id, arg1: remote, payload: "" }),
    );
    this.#streams.set(id, stream);
    this.#send({ command: "OKAY", arg0: id, arg1: remote, payload: "" });
    void service(stream, name).finally(() => {
      if (!stream.isOpen()) return;
      stream.end();
      this.#streams.delete(id);
      this.#send(close(id, remote));
    });
  }

  #send(message: Omit<AdbMessage, "kind">): void {
    this.#say(printAdbMessage(message));
  }
}

function close(arg0: number, arg1: number): Omit<AdbMessage, "kind"> {
  return { command: "CLSE", arg0, arg1, payload: "" };
}

class Stream implements DeviceStream {
  readonly remote: number;
  readonly #send: (payload: string) => void;
  readonly #accept: () => void;
  readonly #heard: string[] = [];
  #open = true;
  #owing = 0;
  #wake: () => void = () => undefined;

  constructor(remote: number, send: (payload: string) => void, accept: () => void) {
    this.remote = remote;
    this.#send = send;
    this.#accept = accept;
  }

  isOpen = (): boolean => this.#open;

  async read(): Promise<string | null> {
    while (this.#open && this.#heard.length === 0) await this.#sleep();
    const piece = this.#heard.shift() ?? null;
    if (piece !== null && this.#open) this.#accept();
    return piece;
  }

  async write(text: string): Promise<boolean> {
    for (let at = 0; at < text.length && this.#open; at += adbPayloadLimit) {
      this.#owing += 1;
      this.#send(text.slice(at, at + adbPayloadLimit));
      while (this.#open && this.#owing > 0) await this.#sleep();
    }
    return this.#open;
  }

  hear(payload: string): void {
    this.#heard.push(payload);
    this.#wake();
  }

  acknowledge(): void {
    this.#owing = Math.max(0, this.#owing - 1);
    this.#wake();
  }

  end(): void {
    this.#open = false;
    this.#wake();
  }

  /** A service does one thing at a time: it reads or it writes. */
  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
