import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { choosePort } from "../../renderer/features/connect/choose-port.ts";
import { askForRights, readAgain } from "../../renderer/features/session/connect.ts";
import type { Desk } from "../../renderer/features/session/desk.ts";
import { preparePlan } from "../../renderer/features/session/push-plan.ts";
import { firstState, type SessionState } from "../../renderer/features/session/session-state.ts";
import { createStore } from "../../renderer/features/session/store.ts";
import { makeReport } from "./make-report.ts";

function openDesk(state: Partial<SessionState>): Desk {
  const [near] = createLoopback();
  return { client: createClient(near), store: createStore({ ...firstState, ...state }), running: new Map() };
}

test("a port chosen on a screen that shows no terminal is shown connecting on the first screen", async () => {
  const desk = openDesk({ screen: "history" });
  choosePort(desk, "demo:linux");
  await expect.poll(() => desk.store.read()).toMatchObject({ screen: "check", connection: { kind: "connecting" } });
});

test("while a terminal is written to, choosing another port shows the writing and leaves its line alone", () => {
  const desk = openDesk({ push: { kind: "resuming", changes: [], stage: null } });
  choosePort(desk, "demo:linux");
  const { screen, connection } = desk.store.read();
  expect([screen, connection.kind]).toEqual(["push", "idle"]);
});

test("while a terminal is written to, whatever else is asked of it shows the writing and leaves it as it is", async () => {
  const push = { kind: "resuming", changes: [], stage: "writing" } as const;
  const connection = {
    kind: "open",
    session: "s1",
    report: makeReport(),
    readAt: 0,
    isReading: false,
    failure: null,
  } as const;
  const asked: readonly ((desk: Desk) => Promise<void>)[] = [
    (desk) => preparePlan(desk, { set: [], fix: true }),
    readAgain,
    askForRights,
  ];
  for (const ask of asked) {
    const desk = openDesk({ screen: "check", push, connection });
    await ask(desk);
    expect(desk.store.read()).toMatchObject({ screen: "push", push, connection });
  }
});
