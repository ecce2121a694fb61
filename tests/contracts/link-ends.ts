// What the suites of a link share: ends of a link, handlers, and an ear at a raw end.
import { commands } from "../../electron/contract/commands.ts";
import type { Link } from "../../electron/contract/link.ts";
import type { Handlers } from "../../electron/contract/server.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { fail, succeed } from "../../electron/core/failures/result.ts";

/** Two ends of one link: what one sends, the other hears. */
export type MakeLink = () => Promise<readonly [Link, Link]>;

export const idle = fail(makeFailure("session-unknown"));
const unused = (): Promise<typeof idle> => Promise.resolve(idle);

/** Handlers of which a test replaces the ones that it is about. */
export function makeHandlers(replaced: Partial<Handlers> = {}): Handlers {
  const all = Object.keys(commands).map((name) => [name, unused] as const);
  return {
    ...(Object.fromEntries(all) as unknown as Handlers),
    "ports.list": () => Promise.resolve(succeed({ ports: [] })),
    "terminal.close": () => Promise.resolve(succeed({})),
    "settings.check": unused,
    "settings.check-fleet": unused,
    "plan.make": unused,
    "plan.push": unused,
    "terminal.test": unused,
    "logs.read": unused,
    ...replaced,
  };
}

/** Everything that arrives at a raw end, and a way to wait for it. */
export function listen(link: Link): { readonly next: (type: string) => Promise<Readonly<Record<string, unknown>>> } {
  const heard: Readonly<Record<string, unknown>>[] = [];
  const waiting = new Map<string, (message: Readonly<Record<string, unknown>>) => void>();
  link.onMessage((message) => {
    const record = message as Readonly<Record<string, unknown>>;
    const wait = waiting.get(String(record["type"]));
    if (!wait) heard.push(record);
    waiting.delete(String(record["type"]));
    wait?.(record);
  });
  return {
    next(type) {
      const at = heard.findIndex((message) => message["type"] === type);
      const found = heard[at];
      if (found) heard.splice(at, 1);
      return found ? Promise.resolve(found) : new Promise((resolve) => waiting.set(type, resolve));
    },
  };
}
