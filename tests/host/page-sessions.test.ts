import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Call, Handlers } from "../../electron/contract/server.ts";
import { succeed } from "../../electron/core/failures/result.ts";
import { PageSessions } from "../../electron/host/page-sessions.ts";
import { plainHandlers } from "../headless/open-host.ts";

const input = {
  port: "demo:linux",
  line: { baudRate: 115200, dataBits: 8, parity: "none", stopBits: 1, flowControl: "none" },
  family: null,
  login: null,
  become: null,
  becomePassword: null,
  timeoutSeconds: 1,
} as const;
const call: Call = { signal: new AbortController().signal, emit: () => undefined };

function keepSessions(milliseconds: number): { readonly pages: PageSessions; readonly closed: string[] } {
  const closed: string[] = [];
  let count = 0;
  const handlers: Handlers = {
    ...plainHandlers,
    "terminal.connect": async () => succeed({ session: `s${++count}` }),
    "terminal.close": async ({ session }) => {
      closed.push(session);
      return succeed({});
    },
  };
  return { pages: new PageSessions(handlers, milliseconds), closed };
}

test("a page that comes back in time finds its session open", async () => {
  const { pages, closed } = keepSessions(30);
  await pages.enter("a")["terminal.connect"](input, call);
  pages.leave("a");
  pages.enter("a");
  await sleep(60);
  expect(closed).toEqual([]);
});

test("the sessions of a page that is gone are closed, and nobody else's", async () => {
  const { pages, closed } = keepSessions(30);
  await pages.enter("a")["terminal.connect"](input, call);
  await pages.enter("b")["terminal.connect"](input, call);
  pages.leave("a");
  await expect.poll(() => closed).toEqual(["s1"]);
});

test("a session that a page closed itself is not closed again", async () => {
  const { pages, closed } = keepSessions(10);
  const handlers = pages.enter("a");
  await handlers["terminal.connect"](input, call);
  await handlers["terminal.close"]({ session: "s1" }, call);
  pages.leave("a");
  await sleep(40);
  expect(closed).toEqual(["s1"]);
});

test("a session that opened after its page was gone for good is closed at once", async () => {
  const { pages, closed } = keepSessions(5);
  const handlers = pages.enter("a");
  pages.leave("a");
  await sleep(30);
  await handlers["terminal.connect"](input, call);
  expect(closed).toEqual(["s1"]);
});
