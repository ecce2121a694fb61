import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { choosePort } from "../../renderer/features/connect/choose-port.ts";
import type { Desk } from "../../renderer/features/session/desk.ts";
import { firstState, type SessionState } from "../../renderer/features/session/session-state.ts";
import { createStore } from "../../renderer/features/session/store.ts";

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
