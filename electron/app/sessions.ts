// The terminals that are connected now. One request at a time speaks on a line; a second one is told so.
import type { Planned } from "../contract/planned.ts";
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { DialectSession, Reading } from "../core/dialects/dialect.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result } from "../core/failures/result.ts";
import type { Plan } from "../core/plans/plan.ts";
import { describePlan } from "./describe-plan.ts";

export interface OpenSession {
  readonly id: string;
  readonly port: string;
  /** The open line, for whoever may watch it. */
  readonly line?: BytePort;
  readonly dialect: DialectSession;
  /** Told when a program begins there that only an interrupt ends, and when it has ended. */
  readonly running?: { readonly begin: () => void; readonly end: () => void };
  /** The last reading, which plans are made from. */
  reading: Reading | null;
  /** Plans by digest: only what was shown can be pushed. */
  readonly plans: Map<string, Plan>;
  /** What was typed for secret fields, by the stand-in that plans hold. */
  readonly secrets: Map<string, string>;
  /** Of plans that take a past push back: that push, by the plan's digest. */
  readonly undone: Map<string, string>;
}

interface Busy {
  readonly over: Promise<null>;
  /** Ends a request that goes on only while nobody asks anything else. */
  readonly giveWay: (() => void) | null;
}

/** More than anybody looks at; the oldest goes. */
const mostPlans = 32;

export class Sessions {
  readonly #open = new Map<string, OpenSession>();
  /** Requests under way, by session; each is over once, however it ended. */
  readonly #busy = new Map<string, Busy>();

  add(session: OpenSession): void {
    this.#open.set(session.id, session);
  }

  /** Runs one request on a session, or says that it is unknown or busy. */
  async use<Value>(id: string, request: (session: OpenSession) => Promise<Result<Value>>): Promise<Result<Value>> {
    return this.#run(id, request, null);
  }

  /** The same, for a request that goes on and on: its signal is aborted, and it is awaited, when another one comes. */
  async useUntilAsked<Value>(
    id: string,
    request: (session: OpenSession, asked: AbortSignal) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const asked = new AbortController();
    return this.#run(
      id,
      (session) => request(session, asked.signal),
      () => asked.abort(),
    );
  }

  /** The line of the session on this port; null where there is none. */
  findLine(port: string): BytePort | null {
    return [...this.#open.values()].find((session) => session.port === port)?.line ?? null;
  }

  /** The last reading of a session and its port; null where there is none. */
  findReading(id: string): { readonly reading: Reading; readonly port: string } | null {
    const session = this.#open.get(id);
    return session?.reading == null ? null : { reading: session.reading, port: session.port };
  }

  /** Leaves the terminal when the request on its line is over: what says goodbye would interrupt it. */
  async close(id: string): Promise<void> {
    const session = this.#open.get(id);
    this.#open.delete(id);
    this.#busy.get(id)?.giveWay?.();
    await this.#busy.get(id)?.over;
    await session?.dialect.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.close(id)));
  }

  async #run<Value>(
    id: string,
    request: (session: OpenSession) => Promise<Result<Value>>,
    giveWay: Busy["giveWay"],
  ): Promise<Result<Value>> {
    const before = this.#busy.get(id);
    before?.giveWay?.();
    if (before?.giveWay != null) await before.over;
    const session = this.#open.get(id);
    if (!session) return fail(makeFailure("session-unknown"));
    if (this.#busy.has(id)) return fail(makeFailure("session-busy"));
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#busy.set(id, { over: promise, giveWay });
    try {
      return await request(session);
    } finally {
      this.#busy.delete(id);
      resolve(null);
    }
  }
}

/** Keeps it to be pushed, and says what pushing it means. */
export function keepPlan(session: OpenSession, plan: Plan): Planned {
  session.plans.set(plan.digest, plan);
  const [oldest] = session.plans.keys();
  if (session.plans.size > mostPlans && oldest !== undefined) session.plans.delete(oldest);
  return session.reading === null ? plan : describePlan(plan, session.reading);
}
