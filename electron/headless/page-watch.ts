/** Follows how many pages are connected, and resolves when somebody waits for none of them to come back. */
export class PageWatch {
  #present = 0;
  #hadSome = false;
  #changed = Promise.withResolvers<void>();

  get hadSome(): boolean {
    return this.#hadSome;
  }

  update(present: number): void {
    this.#present = present;
    this.#hadSome ||= present > 0;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  async waitForSomebody(): Promise<void> {
    while (this.#present === 0) await this.#changed.promise;
  }

  /** Resolves when there was a page, and then none for `milliseconds`. */
  async waitUntilGone(milliseconds: number): Promise<void> {
    for (;;) {
      const changed = this.#changed.promise;
      if (this.#present > 0 || !this.#hadSome) await changed;
      else if (await isQuiet(changed, milliseconds)) return;
    }
  }
}

function isQuiet(changed: Promise<void>, milliseconds: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(true), milliseconds);
  // The open host keeps the program running, not this.
  timer.unref();
  void changed.then(() => {
    clearTimeout(timer);
    resolve(false);
  });
  return promise;
}
