/** Numbers that look drawn and are the same in every run (xorshift, 32 bits). */
export interface Draws {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
  digits(count: number): string;
  hex(octets: number): string;
}

export function createDraws(seed: number): Draws {
  let state = seed | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const draws: Draws = {
    below: (below) => Math.floor(next() * below),
    pick(values) {
      const value = values[draws.below(values.length)];
      if (value === undefined) throw new Error("nothing to pick from");
      return value;
    },
    digits: (count) => Array.from({ length: count }, () => draws.below(10)).join(""),
    hex: (octets) => Array.from({ length: octets }, () => draws.below(256).toString(16).padStart(2, "0")).join(""),
  };
  return draws;
}
