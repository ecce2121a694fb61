// Inputs made from examples by small damage, the same for the same seed: what framers and parsers meet on real lines, and
// what somebody might send on purpose.

export interface FuzzTarget {
  readonly name: string;
  /** Well-formed inputs, one character per byte. */
  readonly examples: readonly string[];
  /** Throws when something is wrong. */
  readonly run: (input: string) => void | Promise<void>;
}

/** Milliseconds that one input may take on a machine that is doing other things as well. */
const longest = 2000;
/** Characters. */
const largest = 6000;

/** mulberry32. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Damage = (text: string, random: (below: number) => number, other: string) => string;

const interesting = [
  "\0",
  "\xff",
  "\xff\xff\xff\xff",
  "\0\0\0\x80",
  "\r\n",
  "\\",
  '"',
  "<",
  "]]>",
  "&#0;",
  "=",
  "\x1b[",
  "CNXN",
  "WRTE",
];

const damages: readonly Damage[] = [
  (text, random) => change(text, random(text.length + 1), 1, String.fromCharCode(random(256))),
  (text, random) => change(text, random(text.length + 1), random(8), ""),
  (text, random) => change(text, random(text.length + 1), 0, interesting[random(interesting.length)] ?? ""),
  (text, random) => change(text, random(text.length + 1), 0, text.slice(random(text.length + 1)).slice(0, random(64))),
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random, other) => text.slice(0, random(text.length + 1)) + other.slice(random(other.length + 1)),
  (text, random) =>
    change(
      text,
      random(text.length + 1),
      4,
      Array.from({ length: 4 }, () => String.fromCharCode(random(256))).join(""),
    ),
  (text, random) => text + (text[random(text.length + 1)] ?? "x").repeat(random(200)),
];

function change(text: string, at: number, removed: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** Runs `count` inputs and returns how many characters they were; throws with the input that broke the target. */
export async function fuzz(target: FuzzTarget, count: number, seed = 1): Promise<number> {
  const random = makeRandom(seed);
  const pick = (): string => target.examples[random(target.examples.length)] ?? "";
  let size = 0;
  for (let place = 0; place < count; place++) {
    let input = pick();
    for (let times = random(6); times >= 0; times--) {
      const damage = damages[random(damages.length)];
      if (damage) input = damage(input, random, pick()).slice(0, largest);
    }
    size += input.length;
    const start = performance.now();
    try {
      const running = target.run(input);
      if (running) await running;
    } catch (error) {
      throw new Error(`${target.name}, input ${place} of seed ${seed}: ${JSON.stringify(input)}`, { cause: error });
    }
    const took = performance.now() - start;
    if (took > longest) throw new Error(`${target.name} took ${took} ms: ${JSON.stringify(input)}`);
  }
  return size;
}
