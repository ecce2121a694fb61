// A terminal whose line was lost -> waited for, for a while -> read again by itself where it is certainly the same one.
// Only reading goes on: a push that was cut off is told by it and settled by a person. Whoever disconnects, chooses another
// port or stops the waiting ends it.
import { connect } from "./connect.ts";
import { beginTask, cancelTask, type Desk, isLatest } from "./desk.ts";
import type { Connection, Follow } from "./session-state.ts";

/** As long as a slow terminal takes to restart. */
const patienceSeconds = 120;

type Lost = Connection & { readonly kind: "lost" };

/** Once for each loss. */
export async function follow(desk: Desk): Promise<void> {
  const { connection, choice } = desk.store.read();
  // A device server gives no sign of coming back: it would have to be knocked at.
  if (connection.kind !== "lost" || connection.follow || choice === null || /^(?:tcp|rfc2217|demo):/.test(choice.port))
    return;
  const controller = beginTask(desk, "connect");
  note(desk, { kind: "waiting", until: Date.now() + patienceSeconds * 1000 });
  const asked = { port: choice.port, seconds: patienceSeconds };
  const awaited = await desk.client.call("ports.await", asked, controller.signal);
  if (!isLatest(desk, "connect", controller) || findLost(desk) === null) return;
  const port = awaited.ok ? awaited.value.port : null;
  if (port === null || !awaited.ok || !awaited.value.isSame) {
    note(desk, port === null ? { kind: "over" } : { kind: "found", port });
    return;
  }
  // The same terminal under another name: what was typed for it stays.
  desk.store.change((state) => (state.choice === null ? state : { ...state, choice: { ...state.choice, port } }));
  await connect(desk, { ...choice, port });
}

export function stopFollowing(desk: Desk): void {
  cancelTask(desk, "connect");
}

function findLost({ store }: Desk): Lost | null {
  const { connection } = store.read();
  return connection.kind === "lost" ? connection : null;
}

function note({ store }: Desk, state: Follow): void {
  store.change((now) =>
    now.connection.kind === "lost" ? { ...now, connection: { ...now.connection, follow: state } } : now,
  );
}
