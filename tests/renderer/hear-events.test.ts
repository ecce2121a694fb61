import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { hearEvents } from "../../renderer/features/session/hear-events.ts";
import { firstState, type SessionState } from "../../renderer/features/session/session-state.ts";
import { createStore } from "../../renderer/features/session/store.ts";

const port = "tcp:127.0.0.1:1";

/** What the window holds of a write after these stages were told, for each of them. */
async function hearStages(stages: readonly string[]): Promise<readonly unknown[]> {
  const [near, far] = createLoopback();
  const plan = { changes: [], digest: "d" } as unknown as (SessionState["push"] & { kind: "running" })["plan"];
  const store = createStore<SessionState>({
    ...firstState,
    choice: { port, baudRate: 115_200, user: null, become: null },
    push: {
      kind: "running",
      request: { set: [], fix: true },
      plan,
      stage: null,
      tests: false,
      isStopping: false,
      guard: null,
    },
  });
  hearEvents({ client: createClient(near), store, running: new Map() });
  const heard: unknown[] = [];
  for (const stage of stages) {
    far.send({ type: "event", event: "stage", data: { port, stage } });
    await new Promise((resolve) => setImmediate(resolve));
    const { push } = store.read();
    heard.push(push.kind === "running" ? [push.stage, push.tests] : push.kind);
  }
  return heard;
}

test("a write that tests shows so, and keeps showing it while the change is made to last", async () => {
  expect(await hearStages(["verifying", "testing", "confirming"])).toEqual([
    ["verifying", false],
    ["testing", true],
    ["confirming", true],
  ]);
});

test("reading back once more does not lead back to an earlier stage", async () => {
  expect(await hearStages(["writing", "reading", "confirming", "verifying"])).toEqual([
    ["writing", false],
    ["writing", false],
    ["confirming", false],
    ["confirming", false],
  ]);
});
