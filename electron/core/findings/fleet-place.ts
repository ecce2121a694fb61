// One terminal among others: who shares what, and what was offered to whom.

export interface FleetIndex {
  /** What to call each terminal, at its place in the fleet. */
  readonly labels: readonly string[];
  /** And which one it is in the list, however it is called: `#3`. */
  readonly numbers: readonly string[];
  /** Places of the terminals that have the same; the key of an address and of a host name begins with the site. */
  readonly addresses: ReadonlyMap<string, readonly number[]>;
  readonly macs: ReadonlyMap<string, readonly number[]>;
  readonly hostNames: ReadonlyMap<string, readonly number[]>;
  readonly serialNumbers: ReadonlyMap<string, readonly number[]>;
}

export interface FleetPlace {
  readonly index: FleetIndex;
  /** This terminal's place, or null when it is not (yet) part of the fleet. */
  readonly self: number | null;
  /** What has been offered so far. */
  readonly promises: FleetPromises;
}

export type FleetShare = Exclude<keyof FleetIndex, "labels" | "numbers">;

/** Which address was offered to which interface. */
export class FleetPromises {
  readonly #owners = new Map<string, string>();

  isHeld(key: string, owner: string): boolean {
    const held = this.#owners.get(key);
    return held !== undefined && held !== owner;
  }

  hold(key: string, owner: string): void {
    this.#owners.set(key, owner);
  }
}
