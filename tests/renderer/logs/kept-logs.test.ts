// A pull that loses the line ends the connection in the window, as everything else that loses it does.
import { expect, test } from "vitest";
import { createClient } from "../../../electron/contract/client.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import { serve } from "../../../electron/contract/server.ts";
import { type Failure, makeFailure } from "../../../electron/core/failures/failure.ts";
import { fail, succeed } from "../../../electron/core/failures/result.ts";
import { findKeptLogs, pullTerminal } from "../../../renderer/features/logs/kept-logs.ts";
import type { Desk } from "../../../renderer/features/session/desk.ts";
import { firstState, type SessionState } from "../../../renderer/features/session/session-state.ts";
import { createStore } from "../../../renderer/features/session/store.ts";
import { plainHandlers } from "../../headless/open-host.ts";
import { makeReport } from "../make-report.ts";

/** A window at a terminal whose next pull fails like this. */
function open(failure: Failure): Desk {
  const [near, far] = createLoopback();
  serve(far, {
    ...plainHandlers,
    "logs.pull": async () => fail(failure),
    "captures.list": async () => succeed({ captures: [], folder: "", limits: { days: 90, bytes: 1024 ** 3 } }),
  });
  const store = createStore<SessionState>({
    ...firstState,
    choice: { port: "/dev/ttyUSB0", baudRate: 115_200, user: null, become: null },
    connection: { kind: "open", session: "s1", report: makeReport(), readAt: 0, isReading: false, failure: null },
  });
  return { client: createClient(near), store, running: new Map() };
}

const lost = makeFailure("port-lost", { port: "/dev/ttyUSB0" });
const busy = makeFailure("session-busy");

test.for([
  ["lost", lost],
  ["open", busy],
] as const)("the connection is %s behind a pull that ends like this, and it is said why", async ([kind, end]) => {
  const desk = open(end);
  await pullTerminal(desk, "s1", false);
  const { failure, pulling } = findKeptLogs(desk.client).store.read();
  expect([desk.store.read().connection.kind, failure?.code, pulling]).toEqual([kind, end.code, null]);
});

test("a pull of a terminal that was left meanwhile ends nobody else's connection", async () => {
  const desk = open(lost);
  await pullTerminal(desk, "s0", false);
  expect(desk.store.read().connection.kind).toBe("open");
});
