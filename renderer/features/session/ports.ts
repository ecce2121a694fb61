import type { Desk } from "./desk.ts";

/** Milliseconds from a list that could not be had to the next try. */
const retryAfter = 5000;
/** Nobody asks any more, or nobody is there to answer. */
const final: readonly string[] = ["cancelled", "link-closed"];

/** Has the list of ports told while somebody looks at the window. Returns how to stop. */
export function watchPorts({ client, store }: Desk): () => void {
  let watching: AbortController | null = null;
  const stopHearing = client.on("ports", ({ ports: list }) =>
    store.change((state) => ({ ...state, ports: { list, failure: null } })),
  );
  async function watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const watched = await client.call("ports.watch", {}, signal);
      if (watched.ok || final.includes(watched.failure.code)) return;
      store.change((state) => ({ ...state, ports: { ...state.ports, failure: watched.failure } }));
      await pause(retryAfter, signal);
    }
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

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
