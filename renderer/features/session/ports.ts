import type { Desk } from "./desk.ts";

/** Has the list of ports told while somebody looks at the window. Returns how to stop. */
export function watchPorts({ client, store }: Desk): () => void {
  let watching: AbortController | null = null;
  const stopHearing = client.on("ports", ({ ports: list }) =>
    store.change((state) => ({ ...state, ports: { list, failure: null } })),
  );
  async function watch(signal: AbortSignal): Promise<void> {
    const watched = await client.call("ports.watch", {}, signal);
    if (watched.ok || watched.failure.code === "cancelled") return;
    store.change((state) => ({ ...state, ports: { ...state.ports, failure: watched.failure } }));
  }
  function follow(): void {
    watching?.abort();
    watching = document.hidden ? null : new AbortController();
    if (watching) void watch(watching.signal);
  }
  follow();
  document.addEventListener("visibilitychange", follow);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    watching?.abort();
    stopHearing();
  };
}
