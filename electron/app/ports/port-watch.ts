// The list of ports, kept fresh while somebody watches it, and only then. Nothing is ever opened.
//
//   signs (cheap: names and nodes of devices) --changed--> list --changed--> every watcher
//
// No system tells node-serialport of a plug, so it is looked for: often after a change, then more and more rarely.
import type { ListedPort } from "../../contract/commands.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { findReturned, type Returned } from "./find-returned.ts";

export interface PortWatchParts {
  readonly listPorts: () => Promise<readonly ListedPort[]>;
  /** Changes when the list may have changed; null where there is nothing cheaper than the list. */
  readonly readSigns: () => Promise<string | null>;
  readonly clock: Clock;
}

type Listener = (ports: readonly ListedPort[]) => void;

/** Milliseconds between two looks: just after a change, and at rest. A plug is noticed within the latter. */
const shortest = 400;
const longest = 1500;
const slowing = 1.2;

export class PortWatch {
  readonly #parts: PortWatchParts;
  readonly #listeners = new Set<Listener>();
  /** Each port as it was listed last, those that are gone too. */
  readonly #known = new Map<string, ListedPort>();
  #ports: readonly ListedPort[] = [];
  #signs: string | null = null;
  /** Somebody has to be told even if nothing changes. */
  #isAsked = false;
  #isRunning = false;
  #rest = new AbortController();

  constructor(parts: PortWatchParts) {
    this.#parts = parts;
  }

  /** Tells the list as soon as it was looked at, and after every change; resolves when the signal is aborted. */
  async watch(listener: Listener, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const hear: Listener = (ports) => listener(ports);
    const { promise, resolve } = Promise.withResolvers<null>();
    signal.addEventListener("abort", () => resolve(null), { once: true });
    this.#listeners.add(hear);
    this.#isAsked = true;
    this.#rest.abort();
    if (!this.#isRunning) void this.#run();
    await promise;
    this.#listeners.delete(hear);
    if (this.#listeners.size === 0) this.#rest.abort();
  }

  /** How a port was listed last; null when it never was. */
  recall(path: string): ListedPort | null {
    return this.#known.get(path) ?? null;
  }

  /** Waits until what was lost is there again, on whichever port. Null when the signal is aborted first. */
  async awaitReturn(lost: ListedPort, signal: AbortSignal): Promise<Returned | null> {
    const done = new AbortController();
    let returned: Returned | null = null;
    const stop = (): void => done.abort();
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    await this.watch((ports) => {
      returned ??= findReturned(lost, ports);
      if (returned !== null) stop();
    }, done.signal);
    signal.removeEventListener("abort", stop);
    return returned;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    let pause = shortest;
    while (this.#listeners.size > 0) {
      this.#rest = new AbortController();
      const isNew = await this.#look();
      pause = isNew ? shortest : Math.min(longest, pause * slowing);
      await this.#parts.clock.delay(pause, this.#rest.signal).catch(() => undefined);
    }
    this.#isRunning = false;
  }

  /** Whether there was something new; a list that cannot be had now is asked for again. */
  async #look(): Promise<boolean> {
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    const signs = await this.#parts.readSigns().catch(() => null);
    if (!isAsked && signs !== null && signs === this.#signs) return false;
    const ports = await this.#parts.listPorts().catch(() => null);
    if (ports === null) {
      this.#isAsked ||= isAsked;
      return false;
    }
    this.#signs = signs;
    const isNew = JSON.stringify(ports) !== JSON.stringify(this.#ports);
    this.#ports = ports;
    for (const port of ports) this.#known.set(port.path, port);
    if (isNew || isAsked) for (const listener of [...this.#listeners]) listener(ports);
    return isNew;
  }
}
