// A cable in a test's hand: what passes can be made late, or made to wait, so that what lasts a moment can be acted in and
// looked at; and it can be pulled at a byte, so that the moment is the same on every machine.
//
//   window <--> [ late, held, counted ] <--> console's TCP port
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "../peers/wire-relay.ts";

export async function startHeldLine(targetPort: number): Promise<HeldLine> {
  const line = new HeldLine(targetPort);
  await line.open();
  return line;
}

export class HeldLine {
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #port = 0;
  #lag = 0;
  #said = 0;
  #last = Number.POSITIVE_INFINITY;

  constructor(targetPort: number) {
    this.#server = createServer({ noDelay: true }, (client) => {
      const terminal = connect({ host: "127.0.0.1", port: targetPort, noDelay: true });
      this.#join(client, terminal, (bytes) => bytes);
      this.#join(terminal, client, (bytes) => this.#count(bytes));
    });
  }

  async open(): Promise<void> {
    this.#port = await listen(this.#server);
  }

  get port(): number {
    return this.#port;
  }

  /** Bytes that the terminal has said so far. */
  get said(): number {
    return this.#said;
  }

  /** Whatever passes from now on arrives so many milliseconds later, both ways. */
  delay(milliseconds: number): void {
    this.#lag = milliseconds;
  }

  /** Nothing passes until it is released. */
  hold(): void {
    for (const end of this.#ends) end.pause();
  }

  release(): void {
    for (const end of this.#ends) end.resume();
  }

  pull(): void {
    for (const end of this.#ends) end.destroy();
  }

  /** Pulls it once the terminal has said so many bytes more. */
  pullAfter(bytes: number): void {
    this.#last = this.#said + bytes;
  }

  close(): void {
    this.#server.close();
    this.pull();
  }

  #join(from: Socket, to: Socket, pass: (bytes: Buffer) => Buffer): void {
    let before = Promise.resolve();
    this.#ends.add(from);
    from.on("data", (bytes: Buffer) => {
      const due = performance.now() + this.#lag;
      before = before.then(async () => {
        const left = due - performance.now();
        if (left > 0) await sleep(left);
        to.write(pass(bytes));
      });
    });
    from.on("error", () => to.destroy());
    from.on("close", () => {
      this.#ends.delete(from);
      void before.then(() => to.end());
    });
  }

  #count(bytes: Buffer): Buffer {
    const passed = bytes.subarray(0, Math.max(0, this.#last - this.#said));
    this.#said += passed.length;
    if (this.#said < this.#last) return passed;
    this.#last = Number.POSITIVE_INFINITY;
    // What came before it still arrives.
    setImmediate(() => this.pull());
    return passed;
  }
}
