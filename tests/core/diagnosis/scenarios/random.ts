// Numbers that look like chance and are the same for the same seed, and what a scenario draws from them.

export interface Random {
  /** From 0 up to and without 1. */
  next(): number;
  /** Both ends included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
}

/** A xorshift of 32 bits: enough to vary test data. */
export function startRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let turn = 0; turn < 8; turn++) next();
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T,
    chance: (share) => next() < share,
  };
}
