import type { Desk } from "./desk.ts";
import { isBusy } from "./session-state.ts";

/** Fast enough for a cable to seem noticed at once, slow enough to cost nothing. */
const pause = 2500;

/** Keeps the list of ports fresh while somebody looks at it and the line is quiet. Returns how to stop. */
export function watchPorts(desk: Desk): () => void {
  void listPorts(desk);
  const timer = setInterval(() => {
    if (!document.hidden && !isBusy(desk.store.read()) && desk.store.read().gone === null) void listPorts(desk);
  }, pause);
  return () => clearInterval(timer);
}

async function listPorts({ client, store }: Desk): Promise<void> {
  const listed = await client.call("ports.list", {});
  store.change((state) => {
    if (!listed.ok) return { ...state, ports: { ...state.ports, failure: listed.failure } };
    const same = JSON.stringify(listed.value.ports) === JSON.stringify(state.ports.list);
    return same && state.ports.failure === null
      ? state
      : { ...state, ports: { list: listed.value.ports, failure: null } };
  });
}
