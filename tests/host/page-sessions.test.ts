import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Client, createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { succeed } from "../../electron/core/failures/result.ts";
import { PageSessions } from "../../electron/host/page-sessions.ts";
import { makeHandlers } from "../contracts/link-ends.ts";

const input = {
  port: "demo:linux",
  line: defaultLine,
  family: null,
  login: null,
  become: null,
  becomePassword: null,
  timeoutSeconds: 1,
} as const;

interface Kept {
  readonly open: (name: string) => Client;
  readonly closed: readonly string[];
}

/** `slowness` milliseconds is how long a terminal takes to wake, whatever the page does meanwhile. */
function keepSessions(grace: number, slowness = 0): Kept {
  const closed: string[] = [];
  let count = 0;
  const pages = new PageSessions(
    makeHandlers({
      "terminal.connect": async () => {
        await sleep(slowness);
        return succeed({ session: `s${++count}` });
      },
      "terminal.close": async ({ session }) => {
        closed.push(session);
        return succeed({});
      },
    }),
    grace,
  );
  const open = (name: string): Client => {
    const [near, far] = createLoopback();
    pages.receive(far, name);
    return createClient(near);
  };
  return { open, closed };
}

test("a page that comes back in time finds its session open", async () => {
  const { open, closed } = keepSessions(40);
  const page = open("a");
  await page.call("terminal.connect", input);
  page.close();
  open("a");
  await sleep(80);
  expect(closed).toEqual([]);
});

test("a page that is back before its old link has closed keeps its session", async () => {
  const { open, closed } = keepSessions(20);
  const page = open("a");
  await page.call("terminal.connect", input);
  open("a");
  page.close();
  await sleep(60);
  expect(closed).toEqual([]);
});

test("the sessions of a page that is gone are closed, and nobody else's", async () => {
  const { open, closed } = keepSessions(20);
  const page = open("a");
  await page.call("terminal.connect", input);
  await open("b").call("terminal.connect", input);
  page.close();
  await expect.poll(() => closed).toEqual(["s1"]);
});

test("a session that a page closed itself is not closed again", async () => {
  const { open, closed } = keepSessions(10);
  const page = open("a");
  await page.call("terminal.connect", input);
  await page.call("terminal.close", { session: "s1" });
  page.close();
  await sleep(40);
  expect(closed).toEqual(["s1"]);
});

test("a session that opened after its page was gone for good is closed at once", async () => {
  const { open, closed } = keepSessions(5, 50);
  const page = open("a");
  void page.call("terminal.connect", input);
  await sleep(5);
  page.close();
  await expect.poll(() => closed).toEqual(["s1"]);
});

test("a loss after a reload is told to the page as it is now, and not to its old link", async () => {
  const line = Promise.withResolvers<void>();
  const pages = new PageSessions(
    makeHandlers({
      "terminal.connect": async (_input, { emit }) => {
        void line.promise.then(() => emit("lost", { session: "s1", failure: makeFailure("port-lost", { port: "x" }) }));
        return succeed({ session: "s1" });
      },
    }),
  );
  const told: string[] = [];
  const open = (name: string): Client => {
    const [near, far] = createLoopback();
    pages.receive(far, "a");
    const client = createClient(near);
    client.on("lost", () => told.push(name));
    return client;
  };
  const before = open("before");
  await before.call("terminal.connect", input);
  before.close();
  open("after");
  line.resolve();
  await expect.poll(() => told).toEqual(["after"]);
});
