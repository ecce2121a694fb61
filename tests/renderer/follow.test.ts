// A terminal whose line was lost, in the window: what goes on by itself, and what a person ends.
import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import type { Input, Output } from "../../electron/contract/commands.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import { describeCapabilities } from "../../electron/core/dialects/linux-console/capabilities.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { fail, succeed } from "../../electron/core/failures/result.ts";
import { disconnect, dismissFailure, loseSession, readAgain } from "../../renderer/features/session/connect.ts";
import type { Desk } from "../../renderer/features/session/desk.ts";
import { follow, stopFollowing } from "../../renderer/features/session/follow.ts";
import { hearEvents } from "../../renderer/features/session/hear-events.ts";
import { firstState, type SessionState } from "../../renderer/features/session/session-state.ts";
import { createStore } from "../../renderer/features/session/store.ts";
import { plainHandlers } from "../headless/open-host.ts";
import { makeReport } from "./make-report.ts";

type Returned = Output<"ports.await">;
const capabilities = describeCapabilities({ isRoot: true, proves: true, guards: true });
const usb0 = "/dev/ttyUSB0";
const lost = makeFailure("port-lost", { port: usb0 });

/** A window at a terminal on that port, and a host that notes what is asked of it. */
function open(port = usb0) {
  const asked: string[] = [];
  let hasRestarted = false;
  const { promise: returned, resolve: comeBack } = Promise.withResolvers<Returned>();
  const [near, far] = createLoopback();
  serve(far, {
    ...plainHandlers,
    "ports.await": async (input: Input<"ports.await">, { signal }) => {
      asked.push(`await ${input.port}`);
      const aborted = new Promise<Returned>((resolve) => {
        signal.addEventListener("abort", () => resolve({ port: null, isSame: false }));
      });
      return succeed(await Promise.race([returned, aborted]));
    },
    "terminal.connect": async (input) => {
      asked.push(`connect ${input.port}`);
      return succeed({ session: "s2" });
    },
    "terminal.read": async ({ session }) => {
      asked.push(`read ${session}`);
      if (session === "s1" && hasRestarted) return fail(makeFailure("terminal-restarted", { step: "read" }));
      return succeed({ ...makeReport(), capabilities });
    },
    "terminal.close": async () => succeed({}),
  });
  const store = createStore<SessionState>({
    ...firstState,
    choice: { port, baudRate: 115_200, user: null, become: null },
    drafts: { eth0: { method: "static", address: "1", prefix: "", gateway: "", servers: [] } },
    connection: { kind: "open", session: "s1", report: makeReport(), readAt: 0, isReading: false, failure: null },
  });
  const desk: Desk = { client: createClient(near), store, running: new Map() };
  hearEvents(desk);
  const kind = (): string => {
    const { connection } = store.read();
    return connection.kind === "lost" ? `lost, ${connection.follow?.kind ?? "left"}` : connection.kind;
  };
  return { desk, store, asked, comeBack, kind, far, restart: () => (hasRestarted = true) };
}

/** The line goes, and the window shows it. */
function lose(desk: Desk): void {
  loseSession(desk, lost, "nothing");
  void follow(desk);
}

test("it is waited for, and read again where it certainly is, with what was typed", async () => {
  const { desk, store, asked, comeBack, kind } = open();
  lose(desk);
  await expect.poll(kind).toBe("lost, waiting");
  comeBack({ port: "/dev/ttyUSB3", isSame: true });
  await expect.poll(kind).toBe("open");
  expect([asked, store.read().choice?.port, Object.keys(store.read().drafts)]).toEqual([
    [`await ${usb0}`, "connect /dev/ttyUSB3", "read s2"],
    "/dev/ttyUSB3",
    ["eth0"],
  ]);
});

test("what may be another device at its place is not opened", async () => {
  const { desk, asked, comeBack, kind } = open();
  lose(desk);
  comeBack({ port: usb0, isSame: false });
  await expect.poll(kind).toBe("lost, found");
  expect(asked).toEqual([`await ${usb0}`]);
});

test.for<[string, (desk: Desk) => unknown, string]>([
  ["disconnects", disconnect, "idle"],
  ["chooses another port", dismissFailure, "idle"],
  ["stops the waiting", stopFollowing, "lost, over"],
])("whoever %s is not connected again", async ([, act, end]) => {
  const { desk, asked, comeBack, kind } = open();
  lose(desk);
  await expect.poll(kind).toBe("lost, waiting");
  await act(desk);
  comeBack({ port: usb0, isSame: true });
  await expect.poll(kind).toBe(end);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([asked, kind()]).toEqual([[`await ${usb0}`], end]);
});

test("a device server is not knocked at", async () => {
  const { desk, asked, kind } = open("tcp:127.0.0.1:1");
  lose(desk);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([asked, kind()]).toEqual([[], "lost, left"]);
});

test("a terminal that restarted is connected to again, which listens until it is up", async () => {
  const { desk, asked, kind, restart } = open();
  restart();
  await readAgain(desk);
  expect([asked, kind()]).toEqual([["read s1", `connect ${usb0}`, "read s2"], "open"]);
});

test("a loss that is told late, of a session that was closed, changes nothing", async () => {
  const { far, kind } = open();
  far.send({ type: "event", event: "lost", data: { session: "s0", failure: lost } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(kind()).toBe("open");
});
