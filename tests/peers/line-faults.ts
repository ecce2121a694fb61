// What a bad cable does to bytes, decided by offsets or by a seeded generator: the same seed does the same again.

export type LineFault =
  /** `length` bytes never arrive. */
  | { readonly kind: "lose"; readonly at: number; readonly length: number }
  /** One bit of one byte arrives inverted. */
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  /** `length` bytes arrive twice. */
  | { readonly kind: "repeat"; readonly at: number; readonly length: number }
  /** Bytes that nobody sent, a kernel message for example. */
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  /** Both ends lose the connection instead of this byte. */
  | { readonly kind: "cut"; readonly at: number }
  /** Something else happens when this byte passes. */
  | { readonly kind: "call"; readonly at: number; readonly act: () => void };

export interface RandomFaults {
  readonly seed: number;
  /** How likely a byte is to be lost, to have a bit flipped, or to arrive twice: 0 to 1. */
  readonly lose?: number;
  readonly flip?: number;
  readonly repeat?: number;
}

export interface Damaged {
  readonly bytes: Buffer;
  /** Everything from here on is gone, with the connection. */
  readonly cut: boolean;
}

export interface FaultInjector {
  damage(bytes: Uint8Array): Damaged;
  /** Adds a fault; its `at` counts from the byte that passes next. */
  add(fault: LineFault): void;
  /** Bytes that were sent through so far. */
  countPassed(): number;
}

export function createFaultInjector(faults: readonly LineFault[] = [], random?: RandomFaults): FaultInjector {
  const pending = [...faults];
  const roll = random === undefined ? null : createRandom(random.seed);
  let passed = 0;

  function damageByte(byte: number, out: number[]): boolean {
    let value = byte;
    let copies = 1;
    for (const fault of pending) {
      if (fault.kind === "insert" && fault.at === passed) out.push(...Buffer.from(fault.text));
      if (fault.kind === "cut" && fault.at === passed) return false;
      if (fault.kind === "call" && fault.at === passed) fault.act();
      if (fault.kind === "flip" && fault.at === passed) value ^= 1 << fault.bit;
      if (fault.kind === "lose" && covers(fault, passed)) copies = 0;
      if (fault.kind === "repeat" && passed === fault.at + fault.length - 1) copies = 2;
    }
    if (roll !== null) {
      if (roll() < (random?.flip ?? 0)) value ^= 1 << Math.floor(roll() * 8);
      if (roll() < (random?.lose ?? 0)) copies = 0;
      if (roll() < (random?.repeat ?? 0)) copies = 2;
    }
    if (copies > 0) out.push(value);
    if (copies === 2) out.push(...repeatTail(out, pending, passed));
    passed += 1;
    return true;
  }

  return {
    damage(bytes) {
      const out: number[] = [];
      for (const byte of bytes) {
        if (!damageByte(byte, out)) return { bytes: Buffer.from(out), cut: true };
      }
      return { bytes: Buffer.from(out), cut: false };
    },
    add(fault) {
      pending.push({ ...fault, at: fault.at + passed });
    },
    countPassed: () => passed,
  };
}

function covers(fault: { readonly at: number; readonly length: number }, offset: number): boolean {
  return offset >= fault.at && offset < fault.at + fault.length;
}

/** The bytes that come again: those of the fault that ends here, as far as they are in this chunk, else the last one. */
function repeatTail(out: readonly number[], faults: readonly LineFault[], offset: number): readonly number[] {
  const fault = faults.find((one) => one.kind === "repeat" && offset === one.at + one.length - 1);
  return out.slice(-(fault?.kind === "repeat" ? fault.length : 1));
}

/** Mulberry32: small, and the same everywhere. Numbers from 0 up to, not including, 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
