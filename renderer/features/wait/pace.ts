// How long what a person waits for will take: about as long as it took before on the same port, or else as long as it usually does.
import { z } from "zod";
import type { Result } from "../../../electron/core/failures/result.ts";
import { createStore, type Store } from "../session/store.ts";

/** Milliseconds, until it was done here once: what consoles at 115,200 bits a second take, and what this PC does by itself. */
const usual = {
  connecting: 3000,
  reading: 3000,
  planning: 1500,
  writing: 6000,
  settling: 8000,
  checking: 10_000,
  logs: 3000,
  cable: 1500,
  pack: 1500,
  sheet: 2000,
  paper: 1500,
} as const;

export type Waited = keyof typeof usual;

export interface Wait {
  readonly begunAt: number;
  /** Milliseconds from then on. */
  readonly expected: number;
}

/** What is waited for now. */
export const waits: Store<Readonly<Partial<Record<Waited, Wait>>>> = createStore({});

const place = "counterpart.pace";
/** Of the ports that were used last. */
const mostKept = 64;
const keptSchema = z.record(z.string(), z.number().positive());

let kept = new Map<string, number>();
let storage: Pick<Storage, "getItem" | "setItem"> | null = null;

/** What was learned before; what is learned from now on is kept there. */
export function openPace(given: NonNullable<typeof storage>): void {
  storage = given;
  const parsed = keptSchema.safeParse(readJson(given.getItem(place) ?? "{}"));
  kept = new Map(Object.entries(parsed.success ? parsed.data : {}).slice(-mostKept));
}

/** `about`: the port, or whatever else makes the one wait unlike the other. */
export function findExpected(what: Waited, about: string): number {
  return kept.get(`${what} ${about}`) ?? usual[what];
}

/** Does it, and learns from it when it went well. */
export async function timed<Value>(
  what: Waited,
  about: string,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const wait = { begunAt: Date.now(), expected: findExpected(what, about) };
  waits.change((now) => ({ ...now, [what]: wait }));
  let done: Result<Value> | null = null;
  try {
    done = await work();
    return done;
  } finally {
    if (done?.ok === true) learn(`${what} ${about}`, Date.now() - wait.begunAt, wait.expected);
    // Another one may have begun meanwhile.
    waits.change((now) => (now[what] === wait ? { ...now, [what]: undefined } : now));
  }
}

/** One slow time does not make every time slow. */
function learn(name: string, took: number, expected: number): void {
  const next = kept.has(name) ? (expected + took) / 2 : took;
  kept.delete(name);
  kept.set(name, Math.max(1, Math.round(next)));
  kept = new Map([...kept].slice(-mostKept));
  storage?.setItem(place, JSON.stringify(Object.fromEntries(kept)));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
