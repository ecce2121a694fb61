// Portions of any size, taken as they are wanted: so many octets, or whatever comes next.

const nothing = new Uint8Array(0);

export class OctetQueue {
  readonly #portions: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = nothing;

  constructor(portions: AsyncIterable<Uint8Array>) {
    this.#portions = portions[Symbol.asyncIterator]();
  }

  /** The next `count` octets, left where they are; fewer at the end. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#rest.length < count) {
      const next = await this.#portions.next();
      if (next.done === true) break;
      this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    }
    return this.#rest.subarray(0, count);
  }

  /** The next `count` octets; fewer at the end. */
  async take(count: number): Promise<Uint8Array> {
    const taken = await this.peek(count);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** At least one octet and at most `most`, without waiting for more than come at once; none at the end. */
  async takeSome(most: number): Promise<Uint8Array> {
    await this.peek(1);
    return this.take(Math.min(most, this.#rest.length));
  }

  /** What was not taken; whoever leaves early lets go of where it came from. */
  async *takeAll(): AsyncIterable<Uint8Array> {
    try {
      for (;;) {
        const some = await this.takeSome(Number.POSITIVE_INFINITY);
        if (some.length === 0) return;
        yield some;
      }
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    await this.#portions.return?.();
  }
}
