import { expect, test } from "vitest";
import { keepPlan, type OpenSession, Sessions } from "../../electron/app/sessions.ts";
import { succeed } from "../../electron/core/failures/result.ts";
import { createScriptedSession, makeChange } from "../core/push/scripted-session.ts";

function makeSession(id: string, onClose: () => void = () => undefined): OpenSession {
  const dialect = { ...createScriptedSession({ reads: [] }), close: () => (onClose(), Promise.resolve()) };
  return { id, port: "scripted", dialect, reading: null, plans: new Map(), secrets: new Map(), undone: new Map() };
}

test("a session that nobody opened is unknown", async () => {
  const used = await new Sessions().use("x", () => Promise.resolve(succeed(1)));
  expect(used.ok ? null : used.failure.code).toBe("session-unknown");
});

test("one request at a time speaks on a line, and the next one after it", async () => {
  const sessions = new Sessions();
  sessions.add(makeSession("a"));
  const { promise, resolve } = Promise.withResolvers<null>();
  const first = sessions.use("a", async () => (await promise, succeed("first")));
  const second = await sessions.use("a", () => Promise.resolve(succeed("second")));
  resolve(null);
  expect([
    second.ok ? null : second.failure.code,
    await first,
    await sessions.use("a", () => Promise.resolve(succeed("third"))),
  ]).toEqual(["session-busy", succeed("first"), succeed("third")]);
});

test("a request that throws leaves the line free", async () => {
  const sessions = new Sessions();
  sessions.add(makeSession("a"));
  await sessions.use("a", () => Promise.reject(new Error("x"))).catch(() => null);
  expect((await sessions.use("a", () => Promise.resolve(succeed(1)))).ok).toBe(true);
});

test("a session is closed once, also when it is closed twice and everything is closed", async () => {
  const sessions = new Sessions();
  let closes = 0;
  sessions.add(makeSession("a", () => (closes += 1)));
  await Promise.all([sessions.close("a"), sessions.close("a"), sessions.closeAll()]);
  expect(closes).toBe(1);
});

test("a session is closed only when the request that speaks on its line is done", async () => {
  const sessions = new Sessions();
  const order: string[] = [];
  sessions.add(makeSession("a", () => order.push("closed")));
  const { promise, resolve } = Promise.withResolvers<null>();
  const push = sessions.use("a", async () => (await promise, order.push("pushed"), succeed(null)));
  const closing = sessions.close("a");
  resolve(null);
  await Promise.all([push, closing]);
  expect(order).toEqual(["pushed", "closed"]);
});

test("the oldest of too many plans goes", () => {
  const session = makeSession("a");
  for (let index = 0; index < 40; index++)
    keepPlan(session, { ...makeChange("ipv4.gateway", null, null), digest: String(index) });
  expect([session.plans.size, session.plans.has("0"), session.plans.has("39")]).toEqual([32, false, true]);
});
