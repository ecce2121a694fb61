import { expect, test } from "vitest";
import { createClient } from "../../../electron/contract/client.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import { offerPorts } from "../../../renderer/features/connect/connect-actions.ts";
import type { Surroundings } from "../../../renderer/features/palette/action.ts";
import { firstState, type SessionState } from "../../../renderer/features/session/session-state.ts";
import { createStore } from "../../../renderer/features/session/store.ts";

/** The window of somebody who prefers 9600, once the palette connects a port of that kind. */
function connectTo(kind: "serial" | "demo"): Surroundings["desk"] {
  const nothing = { manufacturer: null, product: null, serialNumber: null, vendorId: null, productId: null };
  const port = { ...nothing, path: "p", kind, label: { "en": "Port", "zh-CN": "端口" }, permitted: true };
  const state: SessionState = { ...firstState, ports: { list: [port], failure: null } };
  const desk = { client: createClient(createLoopback()[0]), store: createStore(state), running: new Map() };
  const around: Surroundings = {
    desk,
    state,
    speech: { language: "en", say: String, tell: String, tellTime: String } as unknown as Surroundings["speech"],
    preferences: { language: null, theme: "system", role: "repair", baudRate: 9600, guide: "over", benchSounds: true },
    prefer: () => undefined,
  };
  offerPorts(around)
    .find(({ id }) => id === "connect-p")
    ?.act();
  return desk;
}

test.for([
  ["serial", 9600],
  ["demo", 115_200],
] as const)("the palette connects a %s port at %d where 9600 is preferred", async ([kind, rate]) => {
  const { store } = connectTo(kind);
  await expect.poll(() => store.read().choice?.baudRate).toBe(rate);
});
